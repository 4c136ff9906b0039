package dev.conversations.docs

import dev.conversations.client.NewParticipant
import dev.conversations.client.Participant
import dev.conversations.client.ParticipantClient
import dev.conversations.client.ParticipantConversation
import dev.conversations.client.ParticipantIdentifier
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.buffer
import kotlinx.coroutines.flow.filter
import kotlinx.coroutines.reactive.asFlow
import kotlinx.coroutines.reactor.awaitSingle
import org.springframework.stereotype.Service

@Service
class KotlinConversations(private val participants: ParticipantClient) {

	fun openOf(phoneNumber: String): Flow<ParticipantConversation> =
		this.participants.listConversations(ParticipantIdentifier.address(phoneNumber))
			.asFlow()
			.buffer(Channel.RENDEZVOUS)
			.filter { it.conversationState()?.isOpen == true }

	suspend fun add(conversation: String, identity: String): Participant =
		this.participants.createIfAbsent(conversation, NewParticipant.chat(identity)).awaitSingle()

}
