package dev.conversations.sample;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * The paths of the requests that the application is done with, so that a test can wait
 * for one whose client has gone away.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class FinishedRequests implements WebFilter {

	private final BlockingQueue<String> paths = new LinkedBlockingQueue<>();

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		return chain.filter(exchange)
			.doFinally((signal) -> this.paths.add(exchange.getRequest().getPath().pathWithinApplication().value()));
	}

	void clear() {
		this.paths.clear();
	}

	void await(String path) throws InterruptedException {
		String finished = this.paths.poll(30, TimeUnit.SECONDS);
		while (finished != null && !finished.equals(path)) {
			finished = this.paths.poll(30, TimeUnit.SECONDS);
		}
		if (finished == null) {
			throw new AssertionError("No request to this path has ended");
		}
	}

}
