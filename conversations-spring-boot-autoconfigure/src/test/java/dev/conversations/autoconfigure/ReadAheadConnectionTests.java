package dev.conversations.autoconfigure;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.conversations.client.Paging;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantConversation;
import dev.conversations.client.ParticipantIdentifier;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.test.StepVerifier;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reading ahead needs a second connection, as the first one is not back in the pool while
 * its page is delivered.
 */
class ReadAheadConnectionTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final int PAGE_SIZE = 2;

	private final CountDownLatch secondRequest = new CountDownLatch(2);

	@Test
	void nextPageIsRequestedWhileTheEventLoopIsAtWork() {
		DisposableServer server = HttpServer.create().host("127.0.0.1").handle(this::answer).bindNow();
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ConversationsAutoConfiguration.class,
					WebClientAutoConfiguration.class, ReactiveHttpClientAutoConfiguration.class))
			.withPropertyValues("twilio.account-sid=" + Sids.AC1, "twilio.auth-token=secret-4711",
					"twilio.conversations.base-url=http://127.0.0.1:" + server.port())
			.run((context) -> StepVerifier
				.create(context.getBean(ParticipantClient.class)
					.listConversations(ParticipantIdentifier.identity("alice"),
							Paging.defaults().withPageSize(PAGE_SIZE))
					.doOnNext(this::awaitSecondRequest), PAGE_SIZE + 1)
				.expectNextCount(PAGE_SIZE + 1)
				.thenCancel()
				.verify(LIMIT));
		server.disposeNow();
	}

	private void awaitSecondRequest(ParticipantConversation conversation) {
		try {
			assertThat(this.secondRequest.await(LIMIT.toSeconds() / 2, TimeUnit.SECONDS))
				.as("the second page was requested while the first one was in work")
				.isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
		this.secondRequest.countDown();
		String conversations = String.join(",", Collections.nCopies(PAGE_SIZE, "{}"));
		String next = request.uri() + "&Page=" + this.secondRequest.getCount();
		return response.header("Content-Type", "application/json").sendString(Mono.just("""
				{"conversations":[%s],"meta":{"next_page_url":"%s"}}""".formatted(conversations, next)));
	}

}
