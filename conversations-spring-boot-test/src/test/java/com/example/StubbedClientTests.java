package com.example;

import java.time.Duration;

import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.client.RateLimitedException;
import dev.conversations.client.TwilioException;
import dev.conversations.test.TwilioErrors;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

@SpringBootTest(classes = SupportConversations.class)
class StubbedClientTests {

	private static final ParticipantIdentifier PHONE = ParticipantIdentifier.address("+375255555555");

	@MockitoBean
	private ParticipantClient client;

	@Autowired
	private SupportConversations conversations;

	@Test
	void waitThatTwilioAsksForIsHandedOn() {
		given(this.client.listConversations(PHONE))
			.willReturn(Flux.error(TwilioErrors.rateLimited(Duration.ofSeconds(30))));

		StepVerifier.create(this.conversations.activeOf("+375255555555"))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOfSatisfying(RateLimitedException.class,
					(limited) -> assertThat(limited.retryAfter()).hasSeconds(30)))
			.verify(Duration.ofSeconds(10));
	}

	@Test
	void cursorOfABrokenListIsHandedOn() {
		given(this.client.listConversations(PHONE))
			.willReturn(Flux.error(TwilioErrors.connection(TwilioErrors.cursor())));

		StepVerifier.create(this.conversations.activeOf("+375255555555"))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOfSatisfying(TwilioException.class,
					(broken) -> assertThat(broken.resumeCursor()).isEqualTo(TwilioErrors.cursor())))
			.verify(Duration.ofSeconds(10));
	}

}
