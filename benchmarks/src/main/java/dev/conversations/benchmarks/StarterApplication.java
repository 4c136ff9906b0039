package dev.conversations.benchmarks;

import dev.conversations.client.Paging;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantIdentifier;
import reactor.core.publisher.Mono;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/**
 * Application with the starter.
 *
 * @since 0.1.0
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class StarterApplication {

	/**
	 * Starts and reads a page.
	 * @param args the base URL and the identity
	 */
	public static void main(String[] args) {
		FreshApplication.run(StarterApplication.class, (context) -> {
			ParticipantClient client = context.getBean(ParticipantClient.class);
			return Mono.defer(() -> client
				.listConversations(ParticipantIdentifier.identity(args[1]), Paging.defaults().withPageSize(50))
				.count());
		}, "twilio.account-sid=AC00000000000000000000000000000000", "twilio.auth-token=none",
				"twilio.conversations.base-url=" + args[0]);
	}

}
