package dev.conversations.sample;

import java.util.concurrent.atomic.AtomicInteger;

import dev.conversations.test.ConversationsSimulator;

import org.springframework.stereotype.Component;

/**
 * Makes one kind of trouble at a time.
 */
@Component
class TroubleMaker {

	private volatile Episode current = new Episode(Trouble.NONE);

	Trouble current() {
		return this.current.isOver() ? Trouble.NONE : this.current.trouble;
	}

	/**
	 * Ends the trouble that is, and begins another.
	 * @param simulator the simulator
	 * @param trouble what is to happen
	 */
	void make(ConversationsSimulator simulator, Trouble trouble) {
		Episode episode = new Episode(trouble);
		this.current = episode;
		if (trouble != Trouble.NONE) {
			trouble.describe(simulator.when((request) -> this.current == episode && episode.strikes()));
		}
	}

	/**
	 * Trouble from its beginning to its end.
	 */
	private static final class Episode {

		private final Trouble trouble;

		private final AtomicInteger requests = new AtomicInteger();

		Episode(Trouble trouble) {
			this.trouble = trouble;
		}

		boolean strikes() {
			return this.trouble.strikes(this.requests.getAndIncrement());
		}

		boolean isOver() {
			return this.trouble.isOver(this.requests.get());
		}

	}

}
