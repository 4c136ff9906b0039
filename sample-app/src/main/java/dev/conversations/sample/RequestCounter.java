package dev.conversations.sample;

import java.util.concurrent.atomic.AtomicInteger;

import dev.conversations.autoconfigure.ConversationsWebClientCustomizer;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Counts the requests to Twilio for whoever subscribes. The subscriber's context reaches
 * every page and every retry of a list.
 */
@Component
class RequestCounter implements ConversationsWebClientCustomizer {

	private static final Class<?> KEY = RequestCounter.class;

	/**
	 * Makes a context in which requests are counted.
	 * @param count the counter
	 * @return a context to write into a stream
	 */
	static Context countingInto(AtomicInteger count) {
		return Context.of(KEY, count);
	}

	@Override
	public void customize(WebClient.Builder builder) {
		builder.filter(RequestCounter::count);
	}

	private static Mono<ClientResponse> count(ClientRequest request, ExchangeFunction next) {
		return Mono.deferContextual((context) -> {
			context.<AtomicInteger>getOrEmpty(KEY).ifPresent(AtomicInteger::incrementAndGet);
			return next.exchange(request);
		});
	}

}
