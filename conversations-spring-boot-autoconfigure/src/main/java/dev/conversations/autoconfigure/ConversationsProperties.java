package dev.conversations.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Properties of the Conversations API: those of the default client, and further clients.
 *
 * @since 0.1.0
 */
public class ConversationsProperties extends ClientProperties {

	/**
	 * Further clients by name, each for an account or a service of its own. A client
	 * inherits what it does not set.
	 */
	private final Map<String, NamedClientProperties> clients = new LinkedHashMap<>();

	public Map<String, NamedClientProperties> getClients() {
		return this.clients;
	}

}
