package dev.conversations.autoconfigure;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the settings of each client: its properties, and the connection that they or a
 * bean describe.
 */
final class ClientSettingsResolver {

	private final TwilioProperties properties;

	private final ConversationsConnectionDetails connection;

	private final ClientPropertiesBinder binder;

	private final Map<String, ClientSettings> settings = new ConcurrentHashMap<>();

	ClientSettingsResolver(TwilioProperties properties, ConversationsConnectionDetails connection,
			ClientPropertiesBinder binder) {
		this.properties = properties;
		this.connection = connection;
		this.binder = binder;
	}

	/**
	 * Returns the settings of a client, the same ones each time.
	 * @throws TwilioConfigurationException if they break a rule
	 */
	ClientSettings get(String client) {
		return this.settings.computeIfAbsent(client, this::resolve);
	}

	private ClientSettings resolve(String client) {
		ClientSettingsPropertyMapper mapper = new ClientSettingsPropertyMapper(this.binder.rules(client));
		return client.equals(ClientBeans.DEFAULT)
				? mapper.map(client, this.properties.getConversations(), this.connection)
				: mapper.map(client, this.binder.merged(client), connection(client));
	}

	private ConversationsConnectionDetails connection(String client) {
		ConversationsConnectionDetails given = this.connection.forClient(client);
		if (given != null) {
			return given;
		}
		NamedClientProperties own = this.binder.own(client);
		String prefix = ClientPropertiesBinder.prefix(client);
		TwilioAccount account = TwilioAccount.of(prefix, own);
		TextProperty baseUrl = new TextProperty(prefix + ".base-url", own.getBaseUrl());
		boolean shared = account.isEmpty() && !baseUrl.isPresent();
		if (shared && !(this.connection instanceof PropertiesConversationsConnectionDetails)) {
			return this.connection;
		}
		PropertiesConversationsConnectionDetails parent = PropertiesConversationsConnectionDetails.of(this.properties);
		return new PropertiesConversationsConnectionDetails(account.inherit(parent.account()),
				baseUrl.orElse(parent.baseUrl()));
	}

}
