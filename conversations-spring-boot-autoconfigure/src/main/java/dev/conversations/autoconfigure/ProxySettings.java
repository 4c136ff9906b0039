package dev.conversations.autoconfigure;

import org.jspecify.annotations.Nullable;

/**
 * A forward proxy, checked. {@code toString} shows no credentials.
 *
 * @param property what the names of the properties begin with
 * @param host the host
 * @param port the port
 * @param credentials the credentials, if the proxy asks for any
 */
record ProxySettings(String property, String host, int port, @Nullable UsernamePassword credentials) {

	private static final int MAX_PORT = 65535;

	static @Nullable ProxySettings of(HttpProperties.Proxy properties, PropertyRules rules) {
		TextProperty host = new TextProperty(rules.name("http.proxy.host"), properties.getHost());
		TextProperty username = new TextProperty(rules.name("http.proxy.username"), properties.getUsername());
		TextProperty password = new TextProperty(rules.name("http.proxy.password"), properties.getPassword());
		Integer port = properties.getPort();
		rules.check(port == null || (port > 0 && port <= MAX_PORT), "http.proxy.port", "must be between 1 and 65535");
		UsernamePassword credentials = UsernamePassword.of(username, password);
		if (host.value() == null) {
			rules.check(port == null && !username.isPresent(), "http.proxy.host",
					"must be set where a port or a user is");
			return null;
		}
		if (port == null) {
			throw TwilioConfigurationException.half(host, new TextProperty(rules.name("http.proxy.port"), null));
		}
		return new ProxySettings(rules.name("http.proxy"), host.value(), port, credentials);
	}

	@Override
	public String toString() {
		return this.property;
	}

}
