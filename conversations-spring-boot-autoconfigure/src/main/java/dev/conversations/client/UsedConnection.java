package dev.conversations.client;

import java.util.function.Consumer;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import org.jspecify.annotations.Nullable;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientRequest;

import org.springframework.http.client.reactive.ClientHttpRequest;

/**
 * Connection that a request is sent on. It is known once the request is about to be sent,
 * and only for Reactor Netty, where it gets a guard.
 */
final class UsedConnection implements Consumer<ClientHttpRequest> {

	private volatile @Nullable Connection connection;

	private volatile @Nullable EventLoop eventLoop;

	private volatile boolean used;

	@Override
	public void accept(ClientHttpRequest request) {
		if (request.getNativeRequest() instanceof HttpClientRequest nativeRequest
				&& nativeRequest instanceof Connection reactorNetty) {
			Channel channel = reactorNetty.channel();
			ConnectionGuard.install(channel.pipeline());
			this.eventLoop = channel.eventLoop();
			this.connection = reactorNetty;
		}
		this.used = true;
	}

	/**
	 * Returns whether a part of the request may have been sent.
	 */
	boolean isUsed() {
		return this.used;
	}

	/**
	 * Runs a task after the answer has come to its end, when Reactor Netty has given the
	 * connection back to its pool. It does so after it has told its subscriber.
	 */
	void runAfterwards(Runnable task) {
		EventLoop eventLoop = this.eventLoop;
		if (eventLoop == null || eventLoop.isShuttingDown()) {
			task.run();
		}
		else {
			eventLoop.execute(task);
		}
	}

	/**
	 * Cancels an exchange on the event loop of its connection. Reactor Netty loses a
	 * connection for good, which then never returns to its pool, if another thread
	 * cancels at the moment when the answer comes in, as a time-out may.
	 */
	void cancel(Runnable cancellation) {
		EventLoop eventLoop = this.eventLoop;
		if (eventLoop == null || eventLoop.inEventLoop() || eventLoop.isShuttingDown()) {
			cancellation.run();
		}
		else {
			eventLoop.execute(cancellation);
		}
	}

	/**
	 * Closes the connection, so that no other request is sent on it.
	 */
	void discard() {
		Connection connection = this.connection;
		if (connection != null) {
			connection.markPersistent(false).dispose();
		}
	}

}
