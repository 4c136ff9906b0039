package dev.conversations.client;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Scenarios of one attempt at a request. A result tells how often its subscriber was told
 * something, and how many permits of the account and of the connections are in use.
 */
public final class AttemptStress {

	private AttemptStress() {
	}

	/**
	 * A permit is given back while the attempt that waits for it is cancelled.
	 */
	@JCStressTest
	@Outcome(id = "0, 0, 0", expect = Expect.ACCEPTABLE, desc = "the permits are back")
	@Outcome(expect = Expect.FORBIDDEN, desc = "a permit was lost, or the subscriber was told something")
	@State
	public static class AdmissionAndCancel {

		private final StressedAttempt attempt = StressedAttempt.waiting();

		@Actor
		public void admission() {
			this.attempt.release();
		}

		@Actor
		public void cancel() {
			this.attempt.cancel();
		}

		@Arbiter
		public void report(III_Result result) {
			this.attempt.report(result);
		}

	}

	/**
	 * A permit is given back while the transport of the attempt that waits for it is
	 * closed.
	 */
	@JCStressTest
	@Outcome(id = "1, 0, 0", expect = Expect.ACCEPTABLE, desc = "one error, and the permits are back")
	@Outcome(expect = Expect.FORBIDDEN, desc = "a permit was lost, or the subscriber was not told once")
	@State
	public static class AdmissionAndClose {

		private final StressedAttempt attempt = StressedAttempt.waiting();

		@Actor
		public void admission() {
			this.attempt.release();
		}

		@Actor
		public void close() {
			this.attempt.closeTransport();
		}

		@Arbiter
		public void report(III_Result result) {
			this.attempt.report(result);
		}

	}

	/**
	 * The answer comes while the attempt is cancelled.
	 */
	@JCStressTest
	@Outcome(id = { "0, 0, 0", "1, 0, 0" }, expect = Expect.ACCEPTABLE, desc = "the permits are back")
	@Outcome(expect = Expect.FORBIDDEN, desc = "a permit was lost, or the subscriber was told twice")
	@State
	public static class AnswerAndCancel {

		private final StressedAttempt attempt = StressedAttempt.underWay();

		@Actor
		public void answer() {
			this.attempt.answer();
		}

		@Actor
		public void cancel() {
			this.attempt.cancel();
		}

		@Arbiter
		public void report(III_Result result) {
			this.attempt.report(result);
		}

	}

	/**
	 * The exchange fails while the transport is closed.
	 */
	@JCStressTest
	@Outcome(id = "1, 0, 0", expect = Expect.ACCEPTABLE, desc = "one error, and the permits are back")
	@Outcome(expect = Expect.FORBIDDEN, desc = "a permit was lost, or the subscriber was not told once")
	@State
	public static class FailureAndClose {

		private final StressedAttempt attempt = StressedAttempt.underWay();

		@Actor
		public void failure() {
			this.attempt.fail();
		}

		@Actor
		public void close() {
			this.attempt.closeTransport();
		}

		@Arbiter
		public void report(III_Result result) {
			this.attempt.report(result);
		}

	}

}
