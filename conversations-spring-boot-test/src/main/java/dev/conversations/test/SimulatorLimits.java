package dev.conversations.test;

/**
 * Limits of an account of a {@link ConversationsSimulator}. Every limit is off unless it
 * is set; a limit of zero refuses everything.
 *
 * @param writesPerSecond how many writes a conversation takes in a second; Twilio allows
 * 30
 * @param concurrentRequests how many requests of the account are served at once
 * @param participantsPerConversation how many participants a conversation takes
 * @param conversationsPerIdentity how many conversations of one service an identity can
 * be in
 * @since 0.1.0
 * @see <a href="https://www.twilio.com/docs/conversations/conversations-limits">Limits of
 * Conversations</a>
 */
public record SimulatorLimits(int writesPerSecond, int concurrentRequests, int participantsPerConversation,
		int conversationsPerIdentity) {

	/**
	 * The value of a limit that is off.
	 */
	public static final int UNLIMITED = Integer.MAX_VALUE;

	/**
	 * Creates limits.
	 * @throws IllegalArgumentException if a limit is negative
	 */
	public SimulatorLimits {
		requireLimit(writesPerSecond, "writesPerSecond");
		requireLimit(concurrentRequests, "concurrentRequests");
		requireLimit(participantsPerConversation, "participantsPerConversation");
		requireLimit(conversationsPerIdentity, "conversationsPerIdentity");
	}

	/**
	 * Returns limits that are all off.
	 * @return no limits
	 */
	public static SimulatorLimits none() {
		return new SimulatorLimits(UNLIMITED, UNLIMITED, UNLIMITED, UNLIMITED);
	}

	/**
	 * Returns limits with another number of writes to a conversation in a second, above
	 * which status 429 is answered.
	 * @param writesPerSecond the number of writes in a second
	 * @return the new limits
	 */
	public SimulatorLimits withWritesPerSecond(int writesPerSecond) {
		return new SimulatorLimits(writesPerSecond, this.concurrentRequests, this.participantsPerConversation,
				this.conversationsPerIdentity);
	}

	/**
	 * Returns limits with another number of requests at once, above which status 429 is
	 * answered.
	 * @param concurrentRequests the number of requests
	 * @return the new limits
	 */
	public SimulatorLimits withConcurrentRequests(int concurrentRequests) {
		return new SimulatorLimits(this.writesPerSecond, concurrentRequests, this.participantsPerConversation,
				this.conversationsPerIdentity);
	}

	/**
	 * Returns limits with another number of participants in a conversation, above which
	 * code 50417 is answered.
	 * @param participantsPerConversation the number of participants
	 * @return the new limits
	 */
	public SimulatorLimits withParticipantsPerConversation(int participantsPerConversation) {
		return new SimulatorLimits(this.writesPerSecond, this.concurrentRequests, participantsPerConversation,
				this.conversationsPerIdentity);
	}

	/**
	 * Returns limits with another number of conversations that an identity is in, above
	 * which code 50417 is answered.
	 * @param conversationsPerIdentity the number of conversations
	 * @return the new limits
	 */
	public SimulatorLimits withConversationsPerIdentity(int conversationsPerIdentity) {
		return new SimulatorLimits(this.writesPerSecond, this.concurrentRequests, this.participantsPerConversation,
				conversationsPerIdentity);
	}

	private static void requireLimit(int limit, String name) {
		if (limit < 0) {
			throw new IllegalArgumentException("'" + name + "' must not be negative");
		}
	}

}
