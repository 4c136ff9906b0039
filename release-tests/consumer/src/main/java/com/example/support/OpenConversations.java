package com.example.support;

import dev.conversations.client.ConversationState;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantConversation;
import dev.conversations.client.ParticipantIdentifier;
import reactor.core.publisher.Flux;

import org.springframework.stereotype.Service;

@Service
class OpenConversations {

	private final ParticipantClient client;

	OpenConversations(ParticipantClient client) {
		this.client = client;
	}

	Flux<String> of(String phoneNumber) {
		return this.client.listConversations(ParticipantIdentifier.address(phoneNumber))
			.filter(OpenConversations::isOpen)
			.mapNotNull(ParticipantConversation::conversationSid);
	}

	private static boolean isOpen(ParticipantConversation conversation) {
		ConversationState state = conversation.conversationState();
		return state != null && state.isOpen();
	}

}
