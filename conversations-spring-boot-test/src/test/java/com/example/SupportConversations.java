package com.example;

import dev.conversations.client.ConversationState;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantConversation;
import dev.conversations.client.ParticipantIdentifier;
import reactor.core.publisher.Flux;

import org.springframework.stereotype.Service;

@Service
class SupportConversations {

	private final ParticipantClient client;

	SupportConversations(ParticipantClient client) {
		this.client = client;
	}

	Flux<String> activeOf(String phoneNumber) {
		return this.client.listConversations(ParticipantIdentifier.address(phoneNumber))
			.filter((conversation) -> ConversationState.ACTIVE.equals(conversation.conversationState()))
			.mapNotNull(ParticipantConversation::conversationSid);
	}

}
