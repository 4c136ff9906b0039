package dev.conversations.test;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * When a conversation changes its state by itself.
 *
 * @param inactiveAfter how long it is active before it becomes inactive
 * @param closedAfter how long it is open before it is closed
 * @param dateInactive when it becomes inactive
 * @param dateClosed when it is closed
 */
record Timers(@Nullable Duration inactiveAfter, @Nullable Duration closedAfter, @Nullable Instant dateInactive,
		@Nullable Instant dateClosed) {

	static final Timers NONE = new Timers(null, null, null, null);

	static Timers at(@Nullable Instant dateInactive, @Nullable Instant dateClosed) {
		return new Timers(null, null, dateInactive, dateClosed);
	}

	Timers withInactiveAfter(@Nullable Duration inactiveAfter) {
		return new Timers(inactiveAfter, this.closedAfter, this.dateInactive, this.dateClosed);
	}

	Timers withClosedAfter(@Nullable Duration closedAfter) {
		return new Timers(this.inactiveAfter, closedAfter, this.dateInactive, this.dateClosed);
	}

	/**
	 * Returns the timers as they are when their time begins to run anew; both run from
	 * the same instant [D].
	 * @param now the instant
	 * @return the started timers
	 */
	Timers started(Instant now) {
		return new Timers(this.inactiveAfter, this.closedAfter,
				(this.inactiveAfter != null) ? now.plus(this.inactiveAfter) : this.dateInactive,
				(this.closedAfter != null) ? now.plus(this.closedAfter) : this.dateClosed);
	}

	Timers stopped() {
		return new Timers(this.inactiveAfter, this.closedAfter, null, null);
	}

	/**
	 * Returns the timers of a conversation that is in a state. One that is inactive has
	 * no date to become so, and one that is closed stays so [C].
	 * @param state the state
	 * @return the timers that go on
	 */
	Timers in(String state) {
		return switch (state) {
			case ConversationDetails.CLOSED -> NONE;
			case ConversationDetails.INACTIVE ->
				new Timers(this.inactiveAfter, this.closedAfter, null, this.dateClosed);
			default -> this;
		};
	}

	@Nullable Instant nextAfter(Instant now) {
		Instant inactive = isAfter(this.dateInactive, now) ? this.dateInactive : null;
		Instant closed = isAfter(this.dateClosed, now) ? this.dateClosed : null;
		return (inactive == null || isAfter(inactive, closed)) ? closed : inactive;
	}

	private static boolean isAfter(@Nullable Instant date, @Nullable Instant other) {
		return date != null && other != null && date.isAfter(other);
	}

}
