package dev.conversations.test;

import java.time.Clock;
import java.util.Objects;

/**
 * Settings of a {@link ConversationsSimulator}. Every limit is off unless it is set; a
 * limit of zero refuses everything.
 *
 * @param clock tells the dates of records and paces the write limit
 * @param writesPerSecond how many writes a conversation takes in a second; Twilio allows
 * 30
 * @param concurrentRequests how many requests are served at once
 * @param participantsPerConversation how many participants a conversation takes
 * @param conversationsPerIdentity how many conversations of one service an identity can
 * be in
 * @since 0.1.0
 * @see <a href="https://www.twilio.com/docs/conversations/conversations-limits">Limits of
 * Conversations</a>
 */
public record SimulatorSettings(Clock clock, int writesPerSecond, int concurrentRequests,
		int participantsPerConversation, int conversationsPerIdentity) {

	/**
	 * The value of a limit that is off.
	 */
	public static final int UNLIMITED = Integer.MAX_VALUE;

	/**
	 * Creates settings.
	 * @throws IllegalArgumentException if a limit is negative
	 */
	public SimulatorSettings {
		Objects.requireNonNull(clock, "'clock' must not be null");
		requireLimit(writesPerSecond, "writesPerSecond");
		requireLimit(concurrentRequests, "concurrentRequests");
		requireLimit(participantsPerConversation, "participantsPerConversation");
		requireLimit(conversationsPerIdentity, "conversationsPerIdentity");
	}

	/**
	 * Returns settings with the system's clock and without limits.
	 * @return the default settings
	 */
	public static SimulatorSettings defaults() {
		return new SimulatorSettings(Clock.systemUTC(), UNLIMITED, UNLIMITED, UNLIMITED, UNLIMITED);
	}

	/**
	 * Returns settings with another clock.
	 * @param clock the clock
	 * @return the new settings
	 */
	public SimulatorSettings withClock(Clock clock) {
		return new SimulatorSettings(clock, this.writesPerSecond, this.concurrentRequests,
				this.participantsPerConversation, this.conversationsPerIdentity);
	}

	/**
	 * Returns settings with another limit of writes to a conversation, above which status
	 * 429 is answered.
	 * @param writesPerSecond the number of writes in a second
	 * @return the new settings
	 */
	public SimulatorSettings withWritesPerSecond(int writesPerSecond) {
		return new SimulatorSettings(this.clock, writesPerSecond, this.concurrentRequests,
				this.participantsPerConversation, this.conversationsPerIdentity);
	}

	/**
	 * Returns settings with another limit of requests at once, above which status 429 is
	 * answered.
	 * @param concurrentRequests the number of requests
	 * @return the new settings
	 */
	public SimulatorSettings withConcurrentRequests(int concurrentRequests) {
		return new SimulatorSettings(this.clock, this.writesPerSecond, concurrentRequests,
				this.participantsPerConversation, this.conversationsPerIdentity);
	}

	/**
	 * Returns settings with another limit of participants in a conversation, above which
	 * code 50417 is answered.
	 * @param participantsPerConversation the number of participants
	 * @return the new settings
	 */
	public SimulatorSettings withParticipantsPerConversation(int participantsPerConversation) {
		return new SimulatorSettings(this.clock, this.writesPerSecond, this.concurrentRequests,
				participantsPerConversation, this.conversationsPerIdentity);
	}

	/**
	 * Returns settings with another limit of conversations that an identity is in, above
	 * which code 50417 is answered.
	 * @param conversationsPerIdentity the number of conversations
	 * @return the new settings
	 */
	public SimulatorSettings withConversationsPerIdentity(int conversationsPerIdentity) {
		return new SimulatorSettings(this.clock, this.writesPerSecond, this.concurrentRequests,
				this.participantsPerConversation, conversationsPerIdentity);
	}

	private static void requireLimit(int limit, String name) {
		if (limit < 0) {
			throw new IllegalArgumentException("'%s' must not be negative".formatted(name));
		}
	}

}
