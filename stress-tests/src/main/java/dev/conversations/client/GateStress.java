package dev.conversations.client;

import java.time.Duration;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Scenarios of the gate.
 */
public final class GateStress {

	private GateStress() {
	}

	private static RequestGate gate(int permits) {
		return new RequestGate("stress", permits, new Backoff(Duration.ofNanos(1), Duration.ofNanos(1), () -> 0),
				Duration.ofSeconds(1));
	}

	/**
	 * Waiter that keeps what it was told.
	 */
	private static final class Waiter implements GateWaiter {

		private volatile GatePermit permit;

		private volatile int told;

		@Override
		public void admit(GatePermit permit) {
			this.permit = permit;
			this.told = this.told + 1;
		}

		@Override
		public void refuse() {
			this.told = this.told + 1;
		}

	}

	/**
	 * Two requests come for one permit.
	 */
	@JCStressTest
	@Outcome(id = "1, 1, 1", expect = Expect.ACCEPTABLE, desc = "one is admitted, one waits")
	@Outcome(expect = Expect.FORBIDDEN, desc = "the permit was given twice or not at all")
	@State
	public static class TwoForOnePermit {

		private final RequestGate gate = gate(1);

		private final Waiter first = new Waiter();

		private final Waiter second = new Waiter();

		@Actor
		public void first() {
			this.gate.enter(this.first);
		}

		@Actor
		public void second() {
			this.gate.enter(this.second);
		}

		@Arbiter
		public void end(III_Result result) {
			result.r1 = this.first.told + this.second.told;
			result.r2 = this.gate.inUse();
			result.r3 = this.gate.waiting();
		}

	}

	/**
	 * A permit is given back while another request comes.
	 */
	@JCStressTest
	@Outcome(id = "1, 1, 0", expect = Expect.ACCEPTABLE, desc = "the request has the permit")
	@Outcome(expect = Expect.FORBIDDEN, desc = "the permit or the request was lost")
	@State
	public static class ReturnAndEntry {

		private final RequestGate gate = gate(1);

		private final Waiter first = new Waiter();

		private final Waiter second = new Waiter();

		public ReturnAndEntry() {
			this.gate.enter(this.first);
		}

		@Actor
		public void giveBack() {
			this.first.permit.succeed();
		}

		@Actor
		public void entry() {
			this.gate.enter(this.second);
		}

		@Arbiter
		public void end(III_Result result) {
			result.r1 = this.second.told;
			result.r2 = this.gate.inUse();
			result.r3 = this.gate.waiting();
		}

	}

	/**
	 * A permit is given back twice at once.
	 */
	@JCStressTest
	@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "it counts once")
	@Outcome(expect = Expect.FORBIDDEN, desc = "it counts twice or not at all")
	@State
	public static class ReturnTwice {

		private final RequestGate gate = gate(2);

		private final Waiter waiter = new Waiter();

		public ReturnTwice() {
			this.gate.enter(this.waiter);
		}

		@Actor
		public void success() {
			this.waiter.permit.succeed();
		}

		@Actor
		public void cancellation() {
			this.waiter.permit.cancel();
		}

		@Arbiter
		public void end(II_Result result) {
			result.r1 = this.gate.inUse();
			result.r2 = this.gate.waiting();
		}

	}

	/**
	 * A request is told about its permit while it leaves.
	 */
	@JCStressTest
	@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "the request left, and nobody has a permit")
	@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "the request was admitted before it left")
	@Outcome(expect = Expect.FORBIDDEN, desc = "a permit was lost")
	@State
	public static class ReturnAndLeave {

		private final RequestGate gate = gate(1);

		private final Waiter first = new Waiter();

		private final Waiter second = new Waiter();

		public ReturnAndLeave() {
			this.gate.enter(this.first);
			this.gate.enter(this.second);
		}

		@Actor
		public void giveBack() {
			this.first.permit.succeed();
		}

		@Actor
		public void leave() {
			this.gate.leave(this.second);
		}

		@Arbiter
		public void end(II_Result result) {
			result.r1 = this.second.told;
			result.r2 = this.gate.inUse();
		}

	}

	/**
	 * The gate is closed by a refusal while a request comes.
	 */
	@JCStressTest
	@Outcome(id = { "0, 0, 1", "1, 1, 0" }, expect = Expect.ACCEPTABLE, desc = "the request waits, or came before or after the wait")
	@Outcome(expect = Expect.FORBIDDEN, desc = "the request was lost")
	@State
	public static class RefusalAndEntry {

		private final RequestGate gate = gate(1);

		private final Waiter first = new Waiter();

		private final Waiter second = new Waiter();

		public RefusalAndEntry() {
			this.gate.enter(this.first);
		}

		@Actor
		public void refusal() {
			this.gate.refused(this.first.permit, Duration.ofSeconds(1));
		}

		@Actor
		public void entry() {
			this.gate.enter(this.second);
		}

		@Arbiter
		public void end(III_Result result) {
			result.r1 = this.second.told;
			result.r2 = this.gate.inUse();
			result.r3 = this.gate.waiting();
		}

	}

	/**
	 * The gate is shut down while a request comes.
	 */
	@JCStressTest
	@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "the request was told, and nobody waits")
	@Outcome(expect = Expect.FORBIDDEN, desc = "the request waits for ever")
	@State
	public static class ShutDownAndEntry {

		private final RequestGate gate = gate(1);

		private final Waiter waiter = new Waiter();

		@Actor
		public void shutDown() {
			this.gate.shutDown();
		}

		@Actor
		public void entry() {
			this.gate.enter(this.waiter);
		}

		@Arbiter
		public void end(II_Result result) {
			result.r1 = this.waiter.told;
			result.r2 = this.gate.waiting();
		}

	}

}
