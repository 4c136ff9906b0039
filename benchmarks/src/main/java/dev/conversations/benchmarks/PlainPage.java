package dev.conversations.benchmarks;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Page of a list as an application without a client library maps it.
 *
 * @since 0.1.0
 */
public sealed interface PlainPage {

	/**
	 * Returns the records.
	 * @return the records
	 */
	List<?> records();

	/**
	 * Returns where the list goes on.
	 * @return the links
	 */
	Meta meta();

	/**
	 * Returns how pages of a list are mapped.
	 * @param kind the kind of the list
	 * @return the type of its pages
	 */
	static Class<? extends PlainPage> type(ListKind kind) {
		return switch (kind) {
			case CONVERSATIONS -> Conversations.class;
			case PARTICIPANTS -> Participants.class;
		};
	}

	/**
	 * Page of conversations.
	 *
	 * @param conversations the records
	 * @param meta where the list goes on
	 * @since 0.1.0
	 */
	record Conversations(List<Conversation> conversations, Meta meta) implements PlainPage {

		@Override
		public List<Conversation> records() {
			return this.conversations;
		}

	}

	/**
	 * Page of participants.
	 *
	 * @param participants the records
	 * @param meta where the list goes on
	 * @since 0.1.0
	 */
	record Participants(List<Participant> participants, Meta meta) implements PlainPage {

		@Override
		public List<Participant> records() {
			return this.participants;
		}

	}

	/**
	 * Metadata of the page, which names the next one.
	 *
	 * @since 0.1.0
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	record Meta(@Nullable String nextPageUrl) {

	}

	/**
	 * Conversation of a participant.
	 *
	 * @since 0.1.0
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	record Conversation(String accountSid, String chatServiceSid, String participantSid,
			@Nullable String participantUserSid, @Nullable String participantIdentity,
			@Nullable Binding participantMessagingBinding, String conversationSid, String conversationUniqueName,
			String conversationFriendlyName, String conversationAttributes, Instant conversationDateCreated,
			Instant conversationDateUpdated, String conversationCreatedBy, String conversationState,
			Timers conversationTimers, Map<String, String> links) {

	}

	/**
	 * Participant of a conversation.
	 *
	 * @since 0.1.0
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	record Participant(String sid, String accountSid, String chatServiceSid, String conversationSid,
			@Nullable String identity, String attributes, @Nullable Binding messagingBinding, String roleSid,
			Instant dateCreated, Instant dateUpdated, String url, @Nullable Integer lastReadMessageIndex,
			@Nullable String lastReadTimestamp) {

	}

	/**
	 * Binding by which messages are exchanged.
	 *
	 * @since 0.1.0
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	record Binding(String type, @Nullable String address, @Nullable String proxyAddress,
			@Nullable String projectedAddress, @Nullable String level, @Nullable String name) {

	}

	/**
	 * When the state changes.
	 *
	 * @since 0.1.0
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	record Timers(@Nullable Instant dateInactive, @Nullable Instant dateClosed) {

	}

}
