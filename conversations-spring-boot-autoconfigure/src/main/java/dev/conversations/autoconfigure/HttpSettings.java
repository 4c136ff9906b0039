package dev.conversations.autoconfigure;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Settings of the HTTP connector of a client, checked. What is {@code null} is left to
 * {@code spring.http.clients}.
 *
 * @param connectTimeout how long it may take to connect
 * @param responseTimeout how long one attempt may take
 * @param sslBundle the name of an SSL bundle, by its property
 * @param proxy the forward proxy
 * @param compression whether answers may be compressed
 * @param maxIdleTime how long a connection may be idle
 */
record HttpSettings(@Nullable Duration connectTimeout, @Nullable Duration responseTimeout, TextProperty sslBundle,
		@Nullable ProxySettings proxy, boolean compression, Duration maxIdleTime) {

	static HttpSettings of(HttpProperties properties, PropertyRules rules) {
		rules.positive("http.max-idle-time", properties.getMaxIdleTime());
		return new HttpSettings(rules.positive("http.connect-timeout", properties.getConnectTimeout()),
				rules.limited("http.response-timeout", properties.getResponseTimeout()),
				rules.text("http.ssl-bundle", properties.getSslBundle()),
				ProxySettings.of(properties.getProxy(), rules), properties.getCompression(),
				properties.getMaxIdleTime());
	}

}
