package dev.conversations.docs

import dev.conversations.client.NotFoundException
import dev.conversations.test.ConversationsSimulator
import dev.conversations.test.autoconfigure.ConversationsTest
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.springframework.beans.factory.annotation.Autowired

@ConversationsTest(KotlinConversations::class)
class KotlinConversationsTests @Autowired constructor(private val conversations: KotlinConversations) {

	@Test
	fun openConversationsAreStreamed(simulator: ConversationsSimulator) = within10Seconds {
		val open = simulator.conversation().state("inactive").messagingParticipant(PHONE, "+12345678910").add()
		simulator.conversation().state("closed").messagingParticipant(PHONE, "+12345678911").add()

		assertThat(conversations.openOf(PHONE).toList()).extracting<String> { it.conversationSid() }
			.containsExactly(open.sid())
	}

	@Test
	fun flowReadsNoPageThatNobodyAsksFor(simulator: ConversationsSimulator) = within10Seconds {
		repeat(200) { simulator.conversation().messagingParticipant(PHONE, "+1234567${1000 + it}").add() }

		conversations.openOf(PHONE).first()

		assertThat(simulator.requestCount()).isLessThanOrEqualTo(2)
	}

	@Test
	fun participantIsAddedOnce(simulator: ConversationsSimulator) = within10Seconds {
		simulator.conversation().uniqueName("talk").add()

		val added = conversations.add("talk", "ada")

		assertThat(conversations.add("talk", "ada").sid()).isEqualTo(added.sid())
	}

	@Test
	fun failureIsThrown() {
		assertThrows<NotFoundException> { within10Seconds { conversations.add("nowhere", "ada") } }
	}

	private fun within10Seconds(test: suspend () -> Unit) = runBlocking { withTimeout(10_000) { test() } }

	private companion object {

		const val PHONE = "+375255555555"

	}

}
