package dev.conversations.docs;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import dev.conversations.client.ConflictException;
import dev.conversations.client.Conversation;
import dev.conversations.client.ConversationClient;
import dev.conversations.client.ConversationState;
import dev.conversations.client.InitializationException;
import dev.conversations.client.MessagingBinding;
import dev.conversations.client.NewConversation;
import dev.conversations.client.NewParticipant;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantConversation;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.client.TwilioApiException;
import dev.conversations.client.TwilioConnectionException;
import dev.conversations.client.TwilioConversations;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Finds the open conversation of a phone number with one of the application's own
 * numbers, or creates it. However many callers ask at the same time, in however many
 * instances, there is one open conversation, since Twilio lets a pair of address and
 * proxy address be in one open conversation only.
 *
 * @since 0.1.0
 */
public final class FindOrCreateConversation {

	private static final int BINDING_IN_USE = 50425;

	private static final Retry AGAIN = Retry.backoff(8, Duration.ofMillis(100))
		.maxBackoff(Duration.ofSeconds(5))
		.filter(FindOrCreateConversation::mayBeThereNow)
		.onRetryExhaustedThrow((retry, signal) -> signal.failure());

	private final ParticipantClient participants;

	private final ConversationClient conversations;

	private final String proxyAddress;

	/**
	 * Creates the recipe.
	 * @param twilio the entry to Twilio
	 * @param proxyAddress the application's own number
	 */
	public FindOrCreateConversation(TwilioConversations twilio, String proxyAddress) {
		this.participants = twilio.participants();
		this.conversations = twilio.conversations();
		this.proxyAddress = proxyAddress;
	}

	/**
	 * Returns the SID of the open conversation of a phone number, which is created if
	 * there is none.
	 * @param address the phone number, in E.164 form
	 * @return the SID of the conversation
	 */
	public Mono<String> conversationOf(String address) {
		return find(address).switchIfEmpty(Mono.defer(() -> create(address))).retryWhen(AGAIN);
	}

	private Mono<String> find(String address) {
		return this.participants.listConversations(ParticipantIdentifier.address(address))
			.filter(this::isOpenHere)
			.next()
			.flatMap((found) -> ready(found.conversationSid(), found.conversationState()));
	}

	private boolean isOpenHere(ParticipantConversation found) {
		MessagingBinding binding = found.participantMessagingBinding();
		ConversationState state = found.conversationState();
		return binding != null && this.proxyAddress.equals(binding.proxyAddress()) && state != null && state.isOpen();
	}

	private Mono<String> create(String address) {
		NewParticipant participant = NewParticipant.messaging(address, this.proxyAddress);
		return this.conversations.createWithParticipants(NewConversation.create(), List.of(participant))
			.onErrorResume(ConflictException.class, this::holder)
			.flatMap((created) -> ready(created.sid(), created.state()));
	}

	private Mono<Conversation> holder(ConflictException conflict) {
		String holder = conflict.conversationSid();
		if (holder == null) {
			return Mono.error(conflict);
		}
		return this.conversations.fetch(holder)
			.filter((conversation) -> conversation.state() != null && conversation.state().isOpen())
			.switchIfEmpty(Mono.error(conflict));
	}

	private Mono<String> ready(@Nullable String sid, @Nullable ConversationState state) {
		String known = Objects.requireNonNull(sid);
		return ConversationState.INITIALIZING.equals(state)
				? this.conversations.awaitInitialized(known).thenReturn(known) : Mono.just(known);
	}

	private static boolean mayBeThereNow(Throwable failure) {
		if (failure instanceof TwilioApiException answer) {
			return failure instanceof ConflictException || answer.status() >= 500
					|| Objects.equals(answer.code(), BINDING_IN_USE);
		}
		return failure instanceof TwilioConnectionException || failure instanceof InitializationException;
	}

}
