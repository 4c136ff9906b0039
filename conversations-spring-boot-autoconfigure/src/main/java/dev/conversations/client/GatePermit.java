package dev.conversations.client;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

/**
 * Permit to send one request. It is given back once, together with what the request tells
 * about the server; later calls have no effect.
 */
final class GatePermit {

	private final Issuer gate;

	private final int closings;

	private final boolean probe;

	private final AtomicBoolean returned = new AtomicBoolean();

	GatePermit(Issuer gate, int closings, boolean probe) {
		this.gate = gate;
		this.closings = closings;
		this.probe = probe;
	}

	Issuer gate() {
		return this.gate;
	}

	/**
	 * Returns how often the gate had been closed when this permit was given.
	 */
	int closings() {
		return this.closings;
	}

	/**
	 * Returns whether the request goes first after the gate was closed.
	 */
	boolean isProbe() {
		return this.probe;
	}

	/**
	 * Gives the permit back after the server has answered.
	 */
	void succeed() {
		if (this.returned.compareAndSet(false, true)) {
			this.gate.succeeded(this);
		}
	}

	/**
	 * Gives the permit back after the request has failed. A refusal by status 429 closes
	 * the gate.
	 */
	void fail(TwilioException failure) {
		if (failure instanceof RateLimitedException refused) {
			refuse(refused.retryAfter());
		}
		else if (this.returned.compareAndSet(false, true)) {
			this.gate.failed(this);
		}
	}

	private void refuse(@Nullable Duration retryAfter) {
		if (this.returned.compareAndSet(false, true)) {
			this.gate.refused(this, retryAfter);
		}
	}

	/**
	 * Gives the permit back after the request was cancelled, which tells nothing.
	 */
	void cancel() {
		if (this.returned.compareAndSet(false, true)) {
			this.gate.cancelled(this);
		}
	}

	/**
	 * Gate that has given a permit, and takes it back.
	 */
	interface Issuer {

		void succeeded(GatePermit permit);

		void failed(GatePermit permit);

		void cancelled(GatePermit permit);

		void refused(GatePermit permit, @Nullable Duration retryAfter);

	}

}
