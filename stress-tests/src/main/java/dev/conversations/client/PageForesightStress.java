package dev.conversations.client;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Scenarios of pages that are requested before the one in front is read.
 */
public final class PageForesightStress {

	private PageForesightStress() {
	}

	/**
	 * The page behind arrives while the one in front does.
	 */
	@JCStressTest
	@Outcome(id = "2, 3, 1", expect = Expect.ACCEPTABLE, desc = "two fetches, all records, one end")
	@Outcome(expect = Expect.FORBIDDEN, desc = "a page was lost, doubled or fetched again")
	@State
	public static class ForeseenArrival {

		private final StressedPages pages = new StressedPages(2);

		public ForeseenArrival() {
			this.pages.request(Long.MAX_VALUE);
			this.pages.foresee();
		}

		@Actor
		public void front() {
			this.pages.arriveInFront();
		}

		@Actor
		public void behind() {
			this.pages.arrive(2);
		}

		@Arbiter
		public void end(III_Result result) {
			result.r1 = this.pages.fetches();
			result.r2 = this.pages.received();
			result.r3 = this.pages.ends();
		}

	}

	/**
	 * The stream is cancelled while a page is foreseen.
	 */
	@JCStressTest
	@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "cancelled before the guess")
	@Outcome(id = "2, 2", expect = Expect.ACCEPTABLE, desc = "cancelled after the guess, both fetches")
	@Outcome(expect = Expect.FORBIDDEN, desc = "a fetch goes on")
	@State
	public static class ForesightAndCancellation {

		private final StressedPages pages = new StressedPages(2);

		public ForesightAndCancellation() {
			this.pages.request(Long.MAX_VALUE);
		}

		@Actor
		public void foresee() {
			this.pages.foresee();
		}

		@Actor
		public void cancel() {
			this.pages.cancel();
		}

		@Arbiter
		public void end(II_Result result) {
			result.r1 = this.pages.fetches();
			result.r2 = this.pages.cancellations();
		}

	}

}
