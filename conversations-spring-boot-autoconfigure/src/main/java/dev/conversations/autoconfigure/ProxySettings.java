package dev.conversations.autoconfigure;

import org.jspecify.annotations.Nullable;

/**
 * A forward proxy, checked. {@code toString} shows no credentials.
 *
 * @param property the name of the property that has the host
 * @param host the host
 * @param port the port
 * @param credentials the credentials, if the proxy asks for any
 */
record ProxySettings(String property, String host, int port, @Nullable CredentialPair credentials) {

	private static final int MAX_PORT = 65535;

	static @Nullable ProxySettings of(HttpProperties.Proxy properties, PropertyRules rules) {
		TextProperty host = rules.text("http.proxy.host", properties.getHost());
		TextProperty username = rules.text("http.proxy.username", properties.getUsername());
		Integer port = properties.getPort();
		rules.check(port == null || (port > 0 && port <= MAX_PORT), "http.proxy.port", "must be between 1 and 65535");
		CredentialPair credentials = CredentialPair.of(username,
				rules.text("http.proxy.password", properties.getPassword()));
		rules.check(credentials == null || credentials.first().indexOf(':') == -1, "http.proxy.username",
				"must not have a colon");
		if (host.value() == null) {
			rules.check(port == null && credentials == null, "http.proxy.host",
					"must be set where a port or a user is");
			return null;
		}
		if (port == null) {
			throw TwilioConfigurationException.half(host, rules.text("http.proxy.port", null));
		}
		return new ProxySettings(host.name(), host.value(), port, credentials);
	}

	@Override
	public String toString() {
		return this.property;
	}

}
