package dev.conversations.docs;

import java.net.URI;
import java.util.Map;

import dev.conversations.autoconfigure.ConversationsConnectionDetails;
import dev.conversations.client.BasicCredentials;
import dev.conversations.client.ConversationClient;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.TwilioConversations;
import dev.conversations.client.TwilioCredentials;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Beans that take the place of properties, and a component that takes several clients.
 */
final class ConfigureClients {

	private ConfigureClients() {
	}

	/**
	 * Credentials from a store that is asked without blocking.
	 */
	static class Credentials {

		@Bean
		ConversationsConnectionDetails twilio(SecretStore store) {
			return new ConversationsConnectionDetails() {

				@Override
				public URI getBaseUrl() {
					return URI.create("https://conversations.twilio.com");
				}

				@Override
				public String getAccountSid() {
					return store.accountSid();
				}

				@Override
				public Mono<TwilioCredentials> getCredentials() {
					return store.apiKey().map((key) -> new BasicCredentials(key.sid(), key.secret(), getAccountSid()));
				}

			};
		}

	}

	/**
	 * A client for another chat service.
	 */
	static class Service {

		@Bean
		ParticipantClient support(TwilioConversations twilio) {
			return twilio.inService("IS…").participants();
		}

	}

	/**
	 * Component that takes the default clients and named ones.
	 */
	@Component
	static final class Team {

		private final Map<String, ParticipantClient> clients;

		private final ParticipantClient client;

		private final ParticipantClient support;

		private final ConversationClient conversations;

		Team(ParticipantClient client, @Qualifier("support") ParticipantClient support,
				@Qualifier("support") ConversationClient conversations, Map<String, ParticipantClient> all) {
			this.client = client;
			this.support = support;
			this.conversations = conversations;
			this.clients = Map.copyOf(all);
		}

		ParticipantClient client() {
			return this.client;
		}

		ParticipantClient support() {
			return this.support;
		}

		ConversationClient conversations() {
			return this.conversations;
		}

		Map<String, ParticipantClient> all() {
			return this.clients;
		}

	}

	/**
	 * Store of secrets.
	 */
	interface SecretStore {

		String accountSid();

		Mono<ApiKey> apiKey();

	}

	/**
	 * API key.
	 *
	 * @param sid the SID of the key
	 * @param secret the secret of the key
	 */
	record ApiKey(String sid, String secret) {

	}

}
