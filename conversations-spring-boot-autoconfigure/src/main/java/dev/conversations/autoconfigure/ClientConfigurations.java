package dev.conversations.autoconfigure;

import dev.conversations.client.ParticipantClientSettings;

import org.springframework.core.env.Environment;

/**
 * Reads what the properties and the connection say about each client, and checks it.
 */
final class ClientConfigurations {

	private static final String PREFIX = "twilio.conversations";

	private final TwilioProperties properties;

	private final ConversationsConnectionDetails connection;

	private final NamedClients namedClients;

	ClientConfigurations(TwilioProperties properties, ConversationsConnectionDetails connection,
			Environment environment) {
		this.properties = properties;
		this.connection = connection;
		this.namedClients = new NamedClients(environment);
	}

	/**
	 * What the properties say about the default client's connection.
	 */
	static PropertiesConversationsConnectionDetails connection(TwilioProperties properties) {
		return new PropertiesConversationsConnectionDetails(account(properties), baseUrl(properties));
	}

	ClientConfiguration defaultClient() {
		PropertyRules rules = new PropertyRules(PREFIX);
		ClientProperties client = this.properties.getConversations();
		return complete("twilio-conversations", rules,
				new ClientSettingsFactory(rules).connect(client, this.connection), client);
	}

	/**
	 * The configuration of a named client. What it inherits is checked first, as an error
	 * would otherwise name a property that nobody set.
	 */
	ClientConfiguration namedClient(String name) {
		PropertyRules rules = new PropertyRules(NamedClients.prefix(name));
		ClientProperties client = this.namedClients.merged(name);
		ParticipantClientSettings settings = new ClientSettingsFactory(rules).connect(client, connection(name));
		complete(name, new PropertyRules(PREFIX), settings, this.properties.getConversations());
		return complete("twilio-conversations-" + name, rules, settings, client);
	}

	private ConversationsConnectionDetails connection(String name) {
		ConversationsConnectionDetails given = this.connection.forClient(name);
		if (given != null) {
			return given;
		}
		NamedClientProperties client = this.namedClients.own(name);
		TwilioAccount account = TwilioAccount.of(NamedClients.prefix(name), client);
		TextProperty baseUrl = new TextProperty(NamedClients.prefix(name) + ".base-url", client.getBaseUrl());
		boolean shared = account.isEmpty() && !baseUrl.isPresent();
		if (shared && !(this.connection instanceof PropertiesConversationsConnectionDetails)) {
			return this.connection;
		}
		return new PropertiesConversationsConnectionDetails(account.inherit(account(this.properties)),
				baseUrl.orElse(baseUrl(this.properties)));
	}

	private static TwilioAccount account(TwilioProperties properties) {
		return TwilioAccount.of("twilio", properties);
	}

	private static TextProperty baseUrl(TwilioProperties properties) {
		return new TextProperty(PREFIX + ".base-url", properties.getConversations().getBaseUrl());
	}

	private static ClientConfiguration complete(String name, PropertyRules rules, ParticipantClientSettings settings,
			ClientProperties properties) {
		HttpSettings http = HttpSettings.of(properties.getHttp(), rules);
		return new ClientConfiguration(name, new ClientSettingsFactory(rules).complete(settings, properties, http),
				http);
	}

}
