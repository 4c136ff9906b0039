package dev.conversations.client;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

import io.netty.channel.EventLoop;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.Connection;

import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Cancels an exchange on the event loop of its connection. Reactor Netty loses a
 * connection for good, which then never returns to its pool, if another thread cancels at
 * the moment when the answer comes in, as a time-out may.
 */
final class EventLoopCancellation implements Consumer<ClientHttpRequest>, Executor {

	private volatile @Nullable EventLoop eventLoop;

	private EventLoopCancellation() {
	}

	/**
	 * Exchanges a request for its answer.
	 */
	static Mono<ApiResponse> exchange(WebClient.RequestHeadersSpec<?> request) {
		EventLoopCancellation cancellation = new EventLoopCancellation();
		return request.httpRequest(cancellation)
			.exchangeToMono(ApiResponse::read)
			.cancelOn(Schedulers.fromExecutor(cancellation));
	}

	/**
	 * Learns on which connection the request is sent.
	 */
	@Override
	public void accept(ClientHttpRequest request) {
		if (request.getNativeRequest() instanceof Connection connection) {
			this.eventLoop = connection.channel().eventLoop();
		}
	}

	/**
	 * Cancels here and now if there is no connection yet, or none of Reactor Netty.
	 */
	@Override
	public void execute(Runnable cancellation) {
		EventLoop eventLoop = this.eventLoop;
		if (eventLoop == null || eventLoop.inEventLoop() || eventLoop.isShuttingDown()) {
			cancellation.run();
		}
		else {
			eventLoop.execute(cancellation);
		}
	}

}
