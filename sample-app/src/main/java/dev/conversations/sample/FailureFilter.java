package dev.conversations.sample;

import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Keeps failures from Spring's last resorts, which log the query of the request, and an
 * identity or an address with it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class FailureFilter implements WebFilter {

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		return chain.filter(exchange).onErrorResume((failure) -> end(exchange.getResponse(), failure));
	}

	private static Mono<Void> end(ServerHttpResponse response, Throwable failure) {
		if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
			return Mono.empty();
		}
		if (response.isCommitted()) {
			return breakOff(response);
		}
		if (failure instanceof ErrorResponse) {
			return Mono.error(failure);
		}
		FailureLog.log(failure);
		response.setStatusCode(HttpStatus.INTERNAL_SERVER_ERROR);
		return response.setComplete();
	}

	/**
	 * Closes the connection, since an answer that ends in order passes for a whole one.
	 * {@link ErrorHandler} has logged why.
	 */
	private static Mono<Void> breakOff(ServerHttpResponse response) {
		HttpServerResponse connection = ServerHttpResponseDecorator.getNativeResponse(response);
		connection.withConnection(Connection::dispose);
		return Mono.empty();
	}

}
