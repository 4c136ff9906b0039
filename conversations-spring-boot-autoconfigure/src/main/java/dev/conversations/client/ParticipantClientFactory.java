package dev.conversations.client;

import org.springframework.util.Assert;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Creates clients. An application on Spring Boot has no need of it, since the
 * auto-configuration registers a client.
 *
 * @since 0.1.0
 */
public final class ParticipantClientFactory {

	private ParticipantClientFactory() {
	}

	/**
	 * Creates a client on the connector of a builder. The limits of the codecs and the
	 * observation are those of the settings, whatever the builder says.
	 * @param builder the builder, which is not changed
	 * @param settings the settings
	 * @return a client that sends nothing before it is subscribed to
	 */
	public static ParticipantClient create(WebClient.Builder builder, ParticipantClientSettings settings) {
		Assert.notNull(builder, "'builder' must not be null");
		Assert.notNull(settings, "'settings' must not be null");
		Json.prepare();
		WebClient webClient = builder.clone()
			.filters((filters) -> filters.add(0, new TemplateUri()))
			.codecs((codecs) -> {
				codecs.defaultCodecs().maxInMemorySize(settings.maxInMemorySize());
				codecs.defaultCodecs().enableLoggingRequestDetails(false);
			})
			.observationRegistry(settings.observationRegistry())
			.observationConvention(new TemplateUri.Convention())
			.build();
		OperationObserver observer = new OperationObserver(settings.observationRegistry());
		return new DefaultParticipantClient(new TwilioHttp(webClient, settings, observer), observer, settings);
	}

}
