package dev.conversations.autoconfigure;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How a client connects, checked. What is {@code null} is left to
 * {@code spring.http.clients}.
 *
 * @param connectTimeout how long it may take to connect
 * @param responseTimeout how long one attempt may take
 * @param sslBundle the name of an SSL bundle, by its property
 * @param proxy the forward proxy
 * @param compression whether answers may be compressed
 * @param maxConnections how many connections may be open at once
 * @param maxIdleTime how long a connection may be idle
 */
record HttpSettings(@Nullable Duration connectTimeout, @Nullable Duration responseTimeout, TextProperty sslBundle,
		@Nullable ProxySettings proxy, boolean compression, int maxConnections, Duration maxIdleTime) {

	static HttpSettings of(HttpProperties properties, PropertyRules rules) {
		rules.check(properties.getMaxConnections() > 0, "http.max-connections", "must be positive");
		return new HttpSettings(positive("http.connect-timeout", properties.getConnectTimeout(), rules),
				positive("http.response-timeout", properties.getResponseTimeout(), rules),
				new TextProperty(rules.name("http.ssl-bundle"), properties.getSslBundle()),
				ProxySettings.of(properties.getProxy(), rules), properties.getCompression(),
				properties.getMaxConnections(), rules.positive("http.max-idle-time", properties.getMaxIdleTime()));
	}

	private static @Nullable Duration positive(String property, @Nullable Duration value, PropertyRules rules) {
		return (value != null) ? rules.positive(property, value) : null;
	}

}
