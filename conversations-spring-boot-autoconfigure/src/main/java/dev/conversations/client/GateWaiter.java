package dev.conversations.client;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.MonoSink;

/**
 * Request that waits at the gate. Whoever cancels while a permit is on its way gives it
 * back.
 */
final class GateWaiter {

	private final RequestGate gate;

	private final MonoSink<GatePermit> sink;

	private final Supplier<TwilioException> closed;

	private @Nullable GatePermit permit;

	private boolean cancelled;

	private boolean entered;

	GateWaiter(RequestGate gate, MonoSink<GatePermit> sink, Supplier<TwilioException> closed) {
		this.gate = gate;
		this.sink = sink;
		this.closed = closed;
	}

	/**
	 * Enters the gate when there is demand, since a permit is for sending at once.
	 */
	void listen() {
		this.sink.onCancel(this::cancel).onRequest((n) -> request());
	}

	private void request() {
		synchronized (this) {
			if (this.entered || this.cancelled) {
				return;
			}
			this.entered = true;
		}
		this.gate.enter(this);
	}

	void admit(GatePermit permit) {
		boolean late;
		synchronized (this) {
			this.permit = permit;
			late = this.cancelled;
		}
		if (late) {
			permit.release();
		}
		else {
			this.sink.success(permit);
		}
	}

	void refuse() {
		this.sink.error(this.closed.get());
	}

	private void cancel() {
		GatePermit given;
		synchronized (this) {
			this.cancelled = true;
			given = this.permit;
		}
		this.gate.leave(this);
		if (given != null) {
			given.release();
		}
	}

}
