package dev.conversations.client;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Owner of what all accounts share: connections, the rules for retries, and observation.
 * Closing it ends all requests. An application on Spring Boot has no need to make one,
 * since the auto-configuration does.
 *
 * @since 0.1.0
 */
public final class TwilioTransport implements AutoCloseable {

	private final TwilioHttp http;

	private TwilioTransport(TwilioHttp http) {
		this.http = http;
	}

	/**
	 * Creates a transport on the connector of a builder. Redirects are not followed and
	 * credentials stay at the origin of the base URL, whatever the connector does by
	 * itself. The limits of the codecs and the observation are those of the settings.
	 * @param builder the builder, which is not changed
	 * @param settings the settings
	 * @return a transport that sends nothing by itself
	 */
	public static TwilioTransport create(WebClient.Builder builder, TransportSettings settings) {
		Assert.notNull(builder, "'builder' must not be null");
		Assert.notNull(settings, "'settings' must not be null");
		Json.prepare(Answers.TYPES);
		WebClient webClient = builder.clone()
			.filters((filters) -> filters.add(0, new TemplateUri.Filter()))
			.codecs((codecs) -> codecs.defaultCodecs().enableLoggingRequestDetails(false))
			.observationRegistry(settings.observationRegistry())
			.observationConvention(new TemplateUri.Convention())
			.build();
		return new TwilioTransport(new TwilioHttp(webClient, settings, new OperationObserver(settings.name(),
				settings.observationRegistry(), settings.observationConvention())));
	}

	/**
	 * Returns the entry for an account with credentials that do not change.
	 * @param credentials the credentials
	 * @return the entry
	 */
	public TwilioConversations conversations(TwilioCredentials credentials) {
		Assert.notNull(credentials, "'credentials' must not be null");
		return conversations(CredentialsSource.of(credentials));
	}

	/**
	 * Returns the entry for an account with credentials that may change. They are asked
	 * for with each request, before it waits for a permit.
	 * @param accountSid the SID of the account, with which page cursors are keyed, or
	 * {@code null} if only the credentials tell to whom they belong; a cursor is then
	 * checked after the first credentials were had
	 * @param credentials the credentials; a {@code Mono} that takes a while blocks nobody
	 * @return the entry
	 */
	public TwilioConversations conversations(@Nullable String accountSid,
			Mono<? extends TwilioCredentials> credentials) {
		Assert.notNull(credentials, "'credentials' must not be null");
		return conversations(CredentialsSource.of(accountSid, credentials));
	}

	private TwilioConversations conversations(CredentialsSource credentials) {
		return new DefaultTwilioConversations(new ApiClient(this.http, credentials, Scope.ACCOUNT));
	}

	TwilioHttp http() {
		return this.http;
	}

	/**
	 * Ends all requests of all accounts, those under way and those that wait, with an
	 * error. Connections are closed by the connector that owns them.
	 */
	@Override
	public void close() {
		this.http.close();
	}

	@Override
	public String toString() {
		return "TwilioTransport[" + this.http.settings().name() + "]";
	}

}
