package dev.conversations.autoconfigure;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Callback interface that can be implemented by beans to customize the
 * {@link WebClient.Builder} of the clients of this library, and of no other. It is called
 * last, after {@code WebClientCustomizer} beans and after the connector of the client is
 * set; only the limits of the codecs are set later.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ConversationsWebClientCustomizer {

	/**
	 * Customizes the builder of a client.
	 * @param builder the builder
	 */
	void customize(WebClient.Builder builder);

}
