package dev.conversations.client;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * One attempt at a request. It waits for a permit of its account and for one of the
 * connections, sends the request, and ends once: by the answer, an error, a time-out, the
 * closing of the transport, or cancellation. Whichever it is, the permits are given back
 * before the subscriber is told, so that nothing that the subscriber does can keep them.
 * <p>
 * The exchange is assembled when both permits are there, so that requests that wait stay
 * small.
 *
 * @param <T> the type of the answer
 */
final class Attempt<T> extends BaseSubscriber<UnreadAnswer<T>> implements GateWaiter, Connections.Exchange {

	private final ApiRequest request;

	private final RequestGate accountGate;

	private final Connections connections;

	private final TimeBudget budget;

	private final Function<UsedConnection, Mono<UnreadAnswer<T>>> exchange;

	private final MonoSink<T> sink;

	private final UsedConnection connection = new UsedConnection();

	private final AtomicBoolean entered = new AtomicBoolean();

	private final AtomicBoolean ended = new AtomicBoolean();

	private @Nullable GatePermit accountPermit;

	private @Nullable GatePermit connectionPermit;

	private final AtomicReference<@Nullable UnreadAnswer<T>> answer = new AtomicReference<>();

	private long deadline;

	private Attempt(ApiRequest request, RequestGate accountGate, Connections connections, TimeBudget budget,
			Function<UsedConnection, Mono<UnreadAnswer<T>>> exchange, MonoSink<T> sink) {
		this.request = request;
		this.accountGate = accountGate;
		this.connections = connections;
		this.budget = budget;
		this.exchange = exchange;
		this.sink = sink;
	}

	/**
	 * Returns an attempt that begins when it is subscribed to and there is demand.
	 * @param budget how long the exchange may take
	 * @param exchange sends the request and receives its answer
	 */
	static <T> Mono<T> of(ApiRequest request, RequestGate accountGate, Connections connections, TimeBudget budget,
			Function<UsedConnection, Mono<UnreadAnswer<T>>> exchange) {
		return Mono.create((sink) -> {
			Attempt<T> attempt = new Attempt<>(request, accountGate, connections, budget, exchange, sink);
			sink.onCancel(attempt::abandon).onRequest((n) -> attempt.enter());
		});
	}

	private void enter() {
		if (this.entered.compareAndSet(false, true)) {
			this.accountGate.enter(this);
		}
	}

	@Override
	public void admit(GatePermit permit) {
		boolean first = permit.gate() == this.accountGate;
		if (!keep(permit, first)) {
			permit.cancel();
		}
		else if (first) {
			this.connections.gate().enter(this);
		}
		else {
			send();
		}
	}

	private synchronized boolean keep(GatePermit permit, boolean first) {
		if (first) {
			this.accountPermit = permit;
		}
		else {
			this.connectionPermit = permit;
		}
		return !this.ended.get();
	}

	@Override
	public void refuse() {
		fail(Failures.closed(this.request, Outcome.REPEATABLE));
	}

	private void send() {
		this.budget.start();
		this.deadline = TimeBudget.now() + this.budget.left();
		this.connections.add(this);
		if (this.ended.get()) {
			// Ended before it was added, so that nobody else removes it
			this.connections.remove(this);
			return;
		}
		try {
			this.exchange.apply(this.connection).subscribe(this);
		}
		catch (Throwable ex) {
			fail(Failures.of(this.request, ex));
		}
	}

	@Override
	public Context currentContext() {
		return Context.of(this.sink.contextView());
	}

	@Override
	protected void hookOnNext(UnreadAnswer<T> answer) {
		this.answer.set(answer);
		if (this.ended.get()) {
			releaseAnswer();
		}
	}

	@Override
	protected void hookOnComplete() {
		this.connection.runAfterwards(this::succeed);
	}

	/**
	 * Reads the answer, now that its connection is free for what the reader requests.
	 */
	private void succeed() {
		if (!end()) {
			return;
		}
		T value;
		try {
			UnreadAnswer<T> unread = this.answer.getAndSet(null);
			value = (unread != null) ? unread.read() : null;
		}
		catch (Throwable ex) {
			tell(Failures.of(this.request, ex));
			return;
		}
		returnPermits(GatePermit::succeed);
		this.sink.success(value);
	}

	@Override
	protected void hookOnError(Throwable failure) {
		this.connection.runAfterwards(() -> fail(Failures.of(this.request, failure)));
	}

	@Override
	public void endIfOverdue(long now) {
		if (now - this.deadline >= 0) {
			fail(Failures.overdue(this.request, outcomeSoFar()));
		}
	}

	@Override
	public void close() {
		fail(Failures.closed(this.request, outcomeSoFar()));
	}

	private Outcome outcomeSoFar() {
		return this.connection.isUsed() ? Outcome.unanswered(this.request) : Outcome.REPEATABLE;
	}

	private void fail(TwilioException failure) {
		if (end()) {
			cancelExchange();
			tell(failure);
		}
	}

	private void tell(TwilioException failure) {
		returnPermits((permit) -> permit.fail(failure));
		this.sink.error(failure);
	}

	private void abandon() {
		if (end()) {
			this.accountGate.leave(this);
			this.connections.gate().leave(this);
			cancelExchange();
			returnPermits(GatePermit::cancel);
		}
	}

	private void releaseAnswer() {
		UnreadAnswer<T> unread = this.answer.getAndSet(null);
		if (unread != null) {
			unread.release();
		}
	}

	private void cancelExchange() {
		releaseAnswer();
		try {
			this.connection.cancel(this::cancel);
		}
		catch (RuntimeException ex) {
			// Nobody is there to be told, and the permits must come back
			Operators.onErrorDropped(ex, currentContext());
		}
	}

	private boolean end() {
		boolean first = this.ended.compareAndSet(false, true);
		if (first) {
			this.connections.remove(this);
		}
		return first;
	}

	/**
	 * Gives the permits back. Only the account's gate learns how the request ended, as
	 * one account must not close the connections for the others.
	 */
	private void returnPermits(Consumer<GatePermit> end) {
		GatePermit forConnection;
		GatePermit forAccount;
		synchronized (this) {
			forConnection = this.connectionPermit;
			forAccount = this.accountPermit;
		}
		if (forConnection != null) {
			forConnection.cancel();
		}
		if (forAccount != null) {
			end.accept(forAccount);
		}
	}

}
