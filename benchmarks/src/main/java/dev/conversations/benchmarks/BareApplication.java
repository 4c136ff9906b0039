package dev.conversations.benchmarks;

import reactor.core.publisher.Mono;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Application with {@code spring-boot-starter-webclient} only.
 *
 * @since 0.1.0
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class BareApplication {

	/**
	 * Starts and reads a page.
	 * @param args the base URL and the identity
	 */
	public static void main(String[] args) {
		FreshApplication.run(BareApplication.class, (context) -> {
			WebClient client = context.getBean(WebClient.Builder.class).baseUrl(args[0]).build();
			return Mono.defer(() -> client.get()
				.uri("/v1/ParticipantConversations?Identity={identity}&PageSize=50", args[1])
				.retrieve()
				.bodyToMono(PlainPage.Conversations.class)
				.map((page) -> (long) page.records().size()));
		});
	}

}
