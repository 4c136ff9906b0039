package dev.conversations.docs;

import dev.conversations.autoconfigure.ConversationsWebClientCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Logs each request that is sent to Twilio, without personal data.
 *
 * @since 0.1.0
 */
@Configuration(proxyBeanMethods = false)
public class LogRequests {

	private static final Logger logger = LoggerFactory.getLogger(LogRequests.class);

	@Bean
	ConversationsWebClientCustomizer loggingOfRequests() {
		return (builder) -> builder.filter(LogRequests::exchange);
	}

	private static Mono<ClientResponse> exchange(ClientRequest request, ExchangeFunction next) {
		Object template = request.attribute(WebClient.class.getName() + ".uriTemplate").orElse("none");
		return next.exchange(request)
			.doOnNext((response) -> logger.info("{} {}: {}, request {}", request.method(), template,
					response.statusCode().value(), response.headers().asHttpHeaders().getFirst("Twilio-Request-Id")));
	}

}
