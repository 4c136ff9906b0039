package dev.conversations.client;

import java.net.URI;

import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Settings of a {@link TwilioTransport}, which hold for all accounts.
 *
 * @param name the name of the client in observations and metrics
 * @param baseUrl where the paths of the API, which begin with {@code /v1}, are appended:
 * {@code http} or {@code https} with a host and maybe a path
 * @param limits the limits of requests
 * @param retry how often and how soon a request is sent again
 * @param paging how lists are read
 * @param observationRegistry observes operations and their requests
 * @param observationConvention names the observations of operations, or {@code null} for
 * the default
 * @since 0.1.0
 */
public record TransportSettings(String name, URI baseUrl, LimitSettings limits, RetrySettings retry,
		PagingSettings paging, ObservationRegistry observationRegistry,
		@Nullable ConversationsObservationConvention observationConvention) {

	/**
	 * Name of a client that was given none.
	 */
	static final String DEFAULT_NAME = "default";

	/**
	 * Creates settings.
	 * @throws IllegalArgumentException if a value is missing or breaks a rule
	 */
	public TransportSettings {
		Arguments.text("name", name);
		baseUrl = withoutTrailingSlash(Arguments.url("baseUrl", baseUrl));
		Assert.notNull(limits, "'limits' must not be null");
		Assert.notNull(retry, "'retry' must not be null");
		Assert.notNull(paging, "'paging' must not be null");
		Assert.notNull(observationRegistry, "'observationRegistry' must not be null");
	}

	/**
	 * Creates settings with the defaults of this library.
	 * @param baseUrl where the paths of the API are appended
	 * @return settings
	 */
	public static TransportSettings of(URI baseUrl) {
		return new TransportSettings(DEFAULT_NAME, baseUrl, LimitSettings.defaults(), RetrySettings.defaults(),
				PagingSettings.defaults(), ObservationRegistry.NOOP, null);
	}

	/**
	 * Returns a copy with a name.
	 * @param name the name of the client in observations and metrics
	 * @return a copy with the name
	 */
	public TransportSettings withName(String name) {
		return new TransportSettings(name, this.baseUrl, this.limits, this.retry, this.paging, this.observationRegistry,
				this.observationConvention);
	}

	/**
	 * Returns a copy with limits.
	 * @param limits the limits of requests
	 * @return a copy with the limits
	 */
	public TransportSettings withLimits(LimitSettings limits) {
		return new TransportSettings(this.name, this.baseUrl, limits, this.retry, this.paging, this.observationRegistry,
				this.observationConvention);
	}

	/**
	 * Returns a copy with rules for sending requests again.
	 * @param retry how often and how soon a request is sent again
	 * @return a copy with the rules
	 */
	public TransportSettings withRetry(RetrySettings retry) {
		return new TransportSettings(this.name, this.baseUrl, this.limits, retry, this.paging, this.observationRegistry,
				this.observationConvention);
	}

	/**
	 * Returns a copy with rules for reading lists.
	 * @param paging how lists are read
	 * @return a copy with the rules
	 */
	public TransportSettings withPaging(PagingSettings paging) {
		return new TransportSettings(this.name, this.baseUrl, this.limits, this.retry, paging, this.observationRegistry,
				this.observationConvention);
	}

	/**
	 * Returns a copy whose operations and requests are observed.
	 * @param observationRegistry the registry
	 * @param observationConvention names the observations of operations, or {@code null}
	 * for the default
	 * @return a copy with the registry and the convention
	 */
	public TransportSettings withObservation(ObservationRegistry observationRegistry,
			@Nullable ConversationsObservationConvention observationConvention) {
		return new TransportSettings(this.name, this.baseUrl, this.limits, this.retry, this.paging, observationRegistry,
				observationConvention);
	}

	private static URI withoutTrailingSlash(URI url) {
		return url.toString().endsWith("/")
				? withoutTrailingSlash(URI.create(url.toString().substring(0, url.toString().length() - 1))) : url;
	}

}
