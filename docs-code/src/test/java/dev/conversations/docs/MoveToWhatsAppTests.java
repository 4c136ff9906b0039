package dev.conversations.docs;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.conversations.client.ConflictException;
import dev.conversations.client.MessagingBinding;
import dev.conversations.client.Participant;
import dev.conversations.client.TwilioConversations;
import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.SimulatedConversation;
import dev.conversations.test.autoconfigure.ConversationsTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A participant on SMS becomes one on WhatsApp, also by a second call after the first one
 * broke off.
 */
@ConversationsTest(properties = "twilio.conversations.retry.max-attempts=1")
class MoveToWhatsAppTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final String ADDRESS = "+375255555555";

	private static final String PROXY = "+12345678910";

	@Autowired
	private TwilioConversations twilio;

	private MoveToWhatsApp recipe;

	@BeforeEach
	void create() {
		this.recipe = new MoveToWhatsApp(this.twilio, PROXY);
	}

	private static SimulatedConversation conversation(ConversationsSimulator simulator) {
		return simulator.conversation()
			.participant(Map.of("MessagingBinding.Address", ADDRESS, "MessagingBinding.ProxyAddress", PROXY,
					"Attributes", "{\"a\":1}"))
			.add();
	}

	private List<Participant> participants(SimulatedConversation conversation) {
		return this.twilio.participants().list(conversation.sid()).collectList().block(LIMIT);
	}

	@Test
	void participantIsOnWhatsAppAndNotOnSms(ConversationsSimulator simulator) {
		SimulatedConversation conversation = conversation(simulator);
		String sms = conversation.participantSids().get(0);
		Participant moved = this.recipe.move(conversation.sid(), sms).block(LIMIT);
		assertThat(participants(conversation)).extracting(Participant::sid).containsExactly(moved.sid());
		MessagingBinding binding = moved.messagingBinding();
		assertThat(binding.address()).isEqualTo("whatsapp:" + ADDRESS);
		assertThat(binding.proxyAddress()).isEqualTo("whatsapp:" + PROXY);
		assertThat(moved.attributes()).isEqualTo("{\"a\":1}");
	}

	@Test
	void moveThatBrokeOffIsFinishedBySecondCall(ConversationsSimulator simulator) {
		SimulatedConversation conversation = conversation(simulator);
		String sms = conversation.participantSids().get(0);
		simulator.when((request) -> request.method().equals("DELETE")).times(1).error(500, 20500, "Internal error");
		StepVerifier.create(this.recipe.move(conversation.sid(), sms)).expectError().verify(LIMIT);
		assertThat(participants(conversation)).hasSize(2);
		this.recipe.move(conversation.sid(), sms).block(LIMIT);
		assertThat(participants(conversation)).singleElement()
			.satisfies((moved) -> assertThat(moved.messagingBinding().address()).startsWith("whatsapp:"));
	}

	@Test
	void numberThatIsInAnotherOpenConversationOnWhatsAppStays(ConversationsSimulator simulator) {
		SimulatedConversation other = simulator.conversation()
			.messagingParticipant("whatsapp:" + ADDRESS, "whatsapp:" + PROXY)
			.add();
		SimulatedConversation conversation = conversation(simulator);
		StepVerifier.create(this.recipe.move(conversation.sid(), conversation.participantSids().get(0)))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOfSatisfying(ConflictException.class,
					(conflict) -> assertThat(conflict.conversationSid()).isEqualTo(other.sid())))
			.verify(LIMIT);
		assertThat(participants(conversation)).hasSize(1);
	}

	@Test
	void participantWithoutAPhoneNumberIsRefused(ConversationsSimulator simulator) {
		SimulatedConversation conversation = simulator.conversation().chatParticipant("ada").add();
		StepVerifier.create(this.recipe.move(conversation.sid(), conversation.participantSids().get(0)))
			.expectErrorMessage("The participant must have a phone number")
			.verify(LIMIT);
	}

}
