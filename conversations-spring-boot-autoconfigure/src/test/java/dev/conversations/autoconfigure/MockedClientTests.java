package dev.conversations.autoconfigure;

import dev.conversations.client.ConversationClient;
import dev.conversations.client.Participant;
import dev.conversations.client.ParticipantClient;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;
import org.mockito.Mockito;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application whose clients are mocks starts without credentials.
 */
@SpringBootTest(classes = MockedClientTests.Application.class,
		properties = "twilio.conversations.clients.support.region=ie1",
		webEnvironment = SpringBootTest.WebEnvironment.NONE)
class MockedClientTests {

	@MockitoBean
	private ParticipantClient client;

	@MockitoBean("supportConversationClient")
	private ConversationClient support;

	@Autowired
	private Desk desk;

	@Test
	void mocksTakeThePlaceOfClients() {
		Participant participant = Mockito.mock(Participant.class);
		BDDMockito.given(this.client.fetch("CH", "ada")).willReturn(Mono.just(participant));
		assertThat(this.desk.client.fetch("CH", "ada").block()).isSameAs(participant);
		assertThat(Mockito.mockingDetails(this.support).isMock()).isTrue();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		Desk desk(ParticipantClient client) {
			return new Desk(client);
		}

	}

	record Desk(ParticipantClient client) {

	}

}
