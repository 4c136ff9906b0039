package dev.conversations.test;

import java.time.Clock;
import java.util.Objects;

/**
 * Settings of a {@link ConversationsSimulator}.
 *
 * @param clock tells the dates of records, moves the timers of conversations and paces
 * the write limit
 * @param limits the limits of each account that gets none of its own
 * @param credentials the credentials of the simulator's own account
 * @since 0.1.0
 */
public record SimulatorSettings(Clock clock, SimulatorLimits limits, SimulatorCredentials credentials) {

	/**
	 * Creates settings.
	 */
	public SimulatorSettings {
		Objects.requireNonNull(clock, "'clock' must not be null");
		Objects.requireNonNull(limits, "'limits' must not be null");
		Objects.requireNonNull(credentials, "'credentials' must not be null");
	}

	/**
	 * Returns settings with the system's clock, without limits and with credentials that
	 * are made up.
	 * @return the default settings
	 */
	public static SimulatorSettings defaults() {
		return new SimulatorSettings(Clock.systemUTC(), SimulatorLimits.none(), SimulatorCredentials.defaults());
	}

	/**
	 * Returns settings with another clock.
	 * @param clock the clock
	 * @return the new settings
	 */
	public SimulatorSettings withClock(Clock clock) {
		return new SimulatorSettings(clock, this.limits, this.credentials);
	}

	/**
	 * Returns settings with other limits.
	 * @param limits the limits
	 * @return the new settings
	 */
	public SimulatorSettings withLimits(SimulatorLimits limits) {
		return new SimulatorSettings(this.clock, limits, this.credentials);
	}

	/**
	 * Returns settings with another limit of writes to a conversation.
	 * @param writesPerSecond the number of writes in a second
	 * @return the new settings
	 * @see SimulatorLimits#withWritesPerSecond(int)
	 */
	public SimulatorSettings withWritesPerSecond(int writesPerSecond) {
		return withLimits(this.limits.withWritesPerSecond(writesPerSecond));
	}

	/**
	 * Returns settings with another limit of requests at once.
	 * @param concurrentRequests the number of requests
	 * @return the new settings
	 * @see SimulatorLimits#withConcurrentRequests(int)
	 */
	public SimulatorSettings withConcurrentRequests(int concurrentRequests) {
		return withLimits(this.limits.withConcurrentRequests(concurrentRequests));
	}

	/**
	 * Returns settings with another limit of participants in a conversation.
	 * @param participantsPerConversation the number of participants
	 * @return the new settings
	 * @see SimulatorLimits#withParticipantsPerConversation(int)
	 */
	public SimulatorSettings withParticipantsPerConversation(int participantsPerConversation) {
		return withLimits(this.limits.withParticipantsPerConversation(participantsPerConversation));
	}

	/**
	 * Returns settings with another limit of conversations that an identity is in.
	 * @param conversationsPerIdentity the number of conversations
	 * @return the new settings
	 * @see SimulatorLimits#withConversationsPerIdentity(int)
	 */
	public SimulatorSettings withConversationsPerIdentity(int conversationsPerIdentity) {
		return withLimits(this.limits.withConversationsPerIdentity(conversationsPerIdentity));
	}

	/**
	 * Returns settings with other credentials.
	 * @param credentials the credentials
	 * @return the new settings
	 */
	public SimulatorSettings withCredentials(SimulatorCredentials credentials) {
		return new SimulatorSettings(this.clock, this.limits, credentials);
	}

	/**
	 * Returns settings with another account SID, whose other credentials are made up.
	 * @param accountSid {@code AC} and 32 hexadecimal digits
	 * @return the new settings
	 */
	public SimulatorSettings withAccountSid(String accountSid) {
		return withCredentials(SimulatorCredentials.of(accountSid));
	}

}
