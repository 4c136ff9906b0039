package dev.conversations.client;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Scenarios of the gate. A result tells how often a request was told something, how many
 * permits are in use and how many requests wait.
 */
public final class GateStress {

	private GateStress() {
	}

	/**
	 * Two requests come for one permit.
	 */
	@JCStressTest
	@Outcome(id = "1, 1, 1", expect = Expect.ACCEPTABLE, desc = "one is admitted, one waits")
	@Outcome(expect = Expect.FORBIDDEN, desc = "the permit was given twice or not at all")
	@State
	public static class TwoForOnePermit {

		private final StressedGate gate = new StressedGate(1);

		@Actor
		public void enterFirst() {
			this.gate.enterFirst();
		}

		@Actor
		public void enterSecond() {
			this.gate.enterSecond();
		}

		@Arbiter
		public void report(III_Result result) {
			this.gate.report(result);
		}

	}

	/**
	 * A permit is given back while another request comes.
	 */
	@JCStressTest
	@Outcome(id = "2, 1, 0", expect = Expect.ACCEPTABLE, desc = "the other request has the permit")
	@Outcome(expect = Expect.FORBIDDEN, desc = "the permit or the request was lost")
	@State
	public static class ReturnAndEntry {

		private final StressedGate gate = new StressedGate(1);

		public ReturnAndEntry() {
			this.gate.enterFirst();
		}

		@Actor
		public void succeedFirst() {
			this.gate.succeedFirst();
		}

		@Actor
		public void enterSecond() {
			this.gate.enterSecond();
		}

		@Arbiter
		public void report(III_Result result) {
			this.gate.report(result);
		}

	}

	/**
	 * A permit is given back twice at once.
	 */
	@JCStressTest
	@Outcome(id = "1, 0, 0", expect = Expect.ACCEPTABLE, desc = "it counts once")
	@Outcome(expect = Expect.FORBIDDEN, desc = "it counts twice or not at all")
	@State
	public static class ReturnTwice {

		private final StressedGate gate = new StressedGate(2);

		public ReturnTwice() {
			this.gate.enterFirst();
		}

		@Actor
		public void succeedFirst() {
			this.gate.succeedFirst();
		}

		@Actor
		public void cancelFirst() {
			this.gate.cancelFirst();
		}

		@Arbiter
		public void report(III_Result result) {
			this.gate.report(result);
		}

	}

	/**
	 * A permit is given back while the request that waits for it leaves.
	 */
	@JCStressTest
	@Outcome(id = "1, 0, 0", expect = Expect.ACCEPTABLE, desc = "the request left before")
	@Outcome(id = "2, 1, 0", expect = Expect.ACCEPTABLE, desc = "the request was admitted before it left")
	@Outcome(expect = Expect.FORBIDDEN, desc = "the permit was lost")
	@State
	public static class ReturnAndLeave {

		private final StressedGate gate = new StressedGate(1);

		public ReturnAndLeave() {
			this.gate.enterFirst();
			this.gate.enterSecond();
		}

		@Actor
		public void succeedFirst() {
			this.gate.succeedFirst();
		}

		@Actor
		public void leaveSecond() {
			this.gate.leaveSecond();
		}

		@Arbiter
		public void report(III_Result result) {
			this.gate.report(result);
		}

	}

	/**
	 * The gate is closed by a refusal while a request comes.
	 */
	@JCStressTest
	@Outcome(id = "2, 1, 0", expect = Expect.ACCEPTABLE, desc = "the request is admitted once the gate opens")
	@Outcome(expect = Expect.FORBIDDEN, desc = "the request or the permit was lost")
	@State
	public static class RefusalAndEntry {

		private final StressedGate gate = new StressedGate(1);

		public RefusalAndEntry() {
			this.gate.enterFirst();
		}

		@Actor
		public void refuseFirst() {
			this.gate.refuseFirst();
		}

		@Actor
		public void enterSecond() {
			this.gate.enterSecond();
		}

		@Arbiter
		public void report(III_Result result) {
			this.gate.awaitOpening();
			this.gate.report(result);
		}

	}

	/**
	 * The gate is shut down while a request comes.
	 */
	@JCStressTest
	@Outcome(id = "1, 1, 0", expect = Expect.ACCEPTABLE, desc = "the request was admitted before")
	@Outcome(id = "1, 0, 0", expect = Expect.ACCEPTABLE, desc = "the request was refused")
	@Outcome(expect = Expect.FORBIDDEN, desc = "the request waits for ever")
	@State
	public static class ShutDownAndEntry {

		private final StressedGate gate = new StressedGate(1);

		@Actor
		public void shutDown() {
			this.gate.shutDown();
		}

		@Actor
		public void enterFirst() {
			this.gate.enterFirst();
		}

		@Arbiter
		public void report(III_Result result) {
			this.gate.report(result);
		}

	}

	/**
	 * A permit is given back while the gate is shut down, at which another request waits.
	 */
	@JCStressTest
	@Outcome(id = "2, 1, 0", expect = Expect.ACCEPTABLE, desc = "the other request was admitted before")
	@Outcome(id = "2, 0, 0", expect = Expect.ACCEPTABLE, desc = "the other request was refused")
	@Outcome(expect = Expect.FORBIDDEN, desc = "the other request waits for ever")
	@State
	public static class ReturnAndShutDown {

		private final StressedGate gate = new StressedGate(1);

		public ReturnAndShutDown() {
			this.gate.enterFirst();
			this.gate.enterSecond();
		}

		@Actor
		public void succeedFirst() {
			this.gate.succeedFirst();
		}

		@Actor
		public void shutDown() {
			this.gate.shutDown();
		}

		@Arbiter
		public void report(III_Result result) {
			this.gate.report(result);
		}

	}

}
