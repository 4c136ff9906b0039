package dev.conversations.docs;

import java.time.Duration;

import dev.conversations.autoconfigure.ConversationsConnectionDetails;
import dev.conversations.client.ConversationClient;
import dev.conversations.client.ParticipantClient;
import dev.conversations.docs.ConfigureClients.ApiKey;
import dev.conversations.docs.ConfigureClients.SecretStore;
import dev.conversations.docs.ConfigureClients.Team;
import dev.conversations.test.autoconfigure.ConversationsTest;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The store is asked for both halves at once, and a component gets the clients that it
 * names.
 */
@ConversationsTest(components = Team.class,
		properties = "twilio.conversations.clients.support.chat-service-sid=IS00000000000000000000000000000000")
class ConfigureClientsTests {

	@Autowired
	private Team team;

	@Test
	void componentGetsTheClientsThatItNames(@Autowired ParticipantClient client,
			@Autowired @Qualifier("support") ParticipantClient support,
			@Autowired @Qualifier("support") ConversationClient conversations) {
		assertThat(this.team.client()).isSameAs(client).isNotSameAs(support);
		assertThat(this.team.support()).isSameAs(support);
		assertThat(this.team.conversations()).isSameAs(conversations);
		assertThat(this.team.all()).hasSize(2).containsValues(client, support);
	}

	@Test
	void credentialsAreThoseOfTheStore() {
		ConversationsConnectionDetails details = new ConfigureClients.Credentials().twilio(new SecretStore() {

			@Override
			public String accountSid() {
				return "AC1";
			}

			@Override
			public Mono<ApiKey> apiKey() {
				return Mono.just(new ApiKey("SK1", "secret"));
			}

		});
		assertThat(details.getAccountSid()).isEqualTo("AC1");
		assertThat(details.getCredentials().block(Duration.ofSeconds(10)).owner()).isEqualTo("AC1");
	}

}
