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
 * Scenarios of the operator that streams pages.
 */
public final class PageStreamStress {

	private PageStreamStress() {
	}

	/**
	 * Two requests at once cause one fetch, and both are met.
	 */
	@JCStressTest
	@Outcome(id = "1, 2, 1", expect = Expect.ACCEPTABLE, desc = "one fetch, two records, one end")
	@Outcome(expect = Expect.FORBIDDEN, desc = "a request was lost or met twice")
	@State
	public static class RequestsAtOnce {

		private final StressedPages pages = new StressedPages(1);

		@Actor
		public void first() {
			this.pages.request(1);
		}

		@Actor
		public void second() {
			this.pages.request(1);
		}

		@Arbiter
		public void end(III_Result result) {
			this.pages.arrive(2);
			result.r1 = this.pages.fetches();
			result.r2 = this.pages.received();
			result.r3 = this.pages.ends();
		}

	}

	/**
	 * A page arrives while more is requested.
	 */
	@JCStressTest
	@Outcome(id = "3, 1", expect = Expect.ACCEPTABLE, desc = "all records, one end")
	@Outcome(expect = Expect.FORBIDDEN, desc = "demand or a record was lost")
	@State
	public static class ArrivalAndRequest {

		private final StressedPages pages = new StressedPages(1);

		public ArrivalAndRequest() {
			this.pages.request(1);
		}

		@Actor
		public void arrival() {
			this.pages.arrive(3);
		}

		@Actor
		public void request() {
			this.pages.request(2);
		}

		@Arbiter
		public void end(II_Result result) {
			result.r1 = this.pages.received();
			result.r2 = this.pages.ends();
		}

	}

	/**
	 * A page arrives while the subscriber cancels.
	 */
	@JCStressTest
	@Outcome(id = { "0, 0", "1, 0", "2, 0", "2, 1" }, expect = Expect.ACCEPTABLE,
			desc = "some records, and an end only after all")
	@Outcome(expect = Expect.FORBIDDEN, desc = "an end before its records")
	@State
	public static class ArrivalAndCancel {

		private final StressedPages pages = new StressedPages(1);

		public ArrivalAndCancel() {
			this.pages.request(5);
		}

		@Actor
		public void arrival() {
			this.pages.arrive(2);
		}

		@Actor
		public void cancel() {
			this.pages.cancel();
		}

		@Arbiter
		public void end(II_Result result) {
			this.pages.request(1);
			result.r1 = this.pages.received();
			result.r2 = this.pages.ends();
		}

	}

	/**
	 * A page fails while more is requested.
	 */
	@JCStressTest
	@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "one record, then the error")
	@Outcome(expect = Expect.FORBIDDEN, desc = "the record or the error was lost")
	@State
	public static class ErrorAndRequest {

		private final StressedPages pages = new StressedPages(9);

		public ErrorAndRequest() {
			this.pages.request(2);
			this.pages.arrive(1);
		}

		@Actor
		public void failure() {
			this.pages.fail();
		}

		@Actor
		public void request() {
			this.pages.request(7);
		}

		@Arbiter
		public void end(II_Result result) {
			result.r1 = this.pages.received();
			result.r2 = this.pages.ends();
		}

	}

	/**
	 * A page fails while the subscriber cancels.
	 */
	@JCStressTest
	@Outcome(id = { "1, 0", "1, 1" }, expect = Expect.ACCEPTABLE, desc = "the error came before or not at all")
	@Outcome(expect = Expect.FORBIDDEN, desc = "the stream ended twice")
	@State
	public static class ErrorAndCancel {

		private final StressedPages pages = new StressedPages(9);

		public ErrorAndCancel() {
			this.pages.request(2);
			this.pages.arrive(1);
		}

		@Actor
		public void failure() {
			this.pages.fail();
		}

		@Actor
		public void cancel() {
			this.pages.cancel();
		}

		@Arbiter
		public void end(II_Result result) {
			this.pages.request(1);
			result.r1 = this.pages.received();
			result.r2 = this.pages.ends();
		}

	}

	/**
	 * More is requested while the subscriber cancels.
	 */
	@JCStressTest
	@Outcome(id = { "1, 0", "2, 0" }, expect = Expect.ACCEPTABLE, desc = "nothing comes after the end")
	@Outcome(expect = Expect.FORBIDDEN, desc = "a cancelled stream went on")
	@State
	public static class RequestAndCancel {

		private final StressedPages pages = new StressedPages(9);

		public RequestAndCancel() {
			this.pages.request(1);
			this.pages.arrive(2);
		}

		@Actor
		public void request() {
			this.pages.request(3);
		}

		@Actor
		public void cancel() {
			this.pages.cancel();
		}

		@Arbiter
		public void end(II_Result result) {
			int received = this.pages.received();
			this.pages.arrive(2);
			result.r1 = this.pages.received();
			result.r2 = this.pages.ends() + this.pages.received() - received;
		}

	}

}
