package dev.conversations.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

import dev.conversations.test.ApiClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link SimulatedFault}.
 */
class FaultTests {

	private static final String ADA = "/v1/ParticipantConversations?Identity=ada&PageSize=2";

	private final ConversationsSimulator simulator = ConversationsSimulator.start();

	private final ApiClient client = new ApiClient(this.simulator);

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@Test
	void faultWhenForNextRequestsIsUsedUp() {
		this.simulator.next(2).header("Retry-After", "3").error(429, 20429, "Too many requests");
		assertThat(this.client.get(ADA).header("Retry-After")).isEqualTo("3");
		assertThat(this.client.get(ADA).code()).isEqualTo(20429);
		assertThat(this.client.get(ADA).status()).isEqualTo(200);
	}

	@Test
	void faultWhenMatchingLeavesOtherRequestsAlone() {
		this.simulator.when((request) -> "ada".equals(request.queryParameter("Identity"))).respond(500);
		assertThat(exchange(ADA).status()).isEqualTo(500);
		assertThat(exchange(ADA.replace("ada", "bob")).status()).isEqualTo(200);
		assertThat(exchange(ADA).status()).isEqualTo(500);
		this.simulator.reset();
		assertThat(exchange(ADA).status()).isEqualTo(200);
	}

	@Test
	void faultsWhenSeveralAreUsedInOrder() {
		this.simulator.next().respond(500);
		this.simulator.next().matching((request) -> request.method().equals("POST")).respond(502);
		this.simulator.next().respond(503, "text/html", "<html></html>");
		assertThat(exchange(ADA).status()).isEqualTo(500);
		Response html = this.client.exchangeText(this.client.request(ADA));
		assertThat(html.status()).isEqualTo(503);
		assertThat(html.header("Content-Type")).isEqualTo("text/html");
		assertThat(html.http().body()).isEqualTo("<html></html>");
		assertThat(exchange(ADA).status()).isEqualTo(200);
	}

	@Test
	void delayHoldsAnswerBack() {
		this.simulator.next().delay(Duration.ofMillis(100)).proceed();
		long start = System.nanoTime();
		Response delayed = this.client.get(ADA);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
		assertThat(delayed.header("Twilio-Request-Duration")).isGreaterThanOrEqualTo("0.100");
	}

	@Test
	void hangNeverAnswers() {
		this.simulator.next().hang();
		HttpRequest.Builder request = this.client.request(ADA).timeout(Duration.ofMillis(200));
		assertFailure(request, HttpTimeoutException.class);
	}

	@Test
	void connectionWhenResetInBodyFailsAndNextRequestSucceeds() {
		seed(2);
		this.simulator.next().resetInBody();
		assertFailure(this.client.request(ADA), IOException.class);
		assertThat(this.client.get(ADA).status()).isEqualTo(200);
	}

	@Test
	void resetInBodyWhenWithoutBodyIsReset() {
		SimulatedConversation conversation = this.simulator.conversation().chatParticipant("ada").add();
		String path = "/v1/Conversations/%s/Participants/%s".formatted(conversation.sid(),
				conversation.participantSids().get(0));
		this.simulator.next().resetInBody();
		assertFailure(this.client.request(path).DELETE(), IOException.class);
		assertThat(this.client.get(path).status()).isEqualTo(404);
	}

	@Test
	void createWhenResetAfterProcessingIsCarriedOut() {
		String path = "/v1/Conversations/" + this.simulator.conversation().add().sid() + "/Participants";
		this.simulator.next().reset();
		assertFailure(this.client.form(path, "Identity=ada"), IOException.class);
		assertThat(this.client.get(path + "/ada").status()).isEqualTo(404);
		this.simulator.next().afterProcessing().reset();
		assertFailure(this.client.form(path, "Identity=ada"), IOException.class);
		assertThat(this.client.get(path + "/ada").status()).isEqualTo(200);
	}

	@Test
	void bodyWhenTruncatedOrGarbledIsNoJson() {
		seed(1);
		this.simulator.next().truncateBody();
		this.simulator.next().garbleBody();
		Response truncated = this.client.exchangeText(this.client.request(ADA));
		assertThat(truncated.status()).isEqualTo(200);
		assertThat(truncated.http().body()).startsWith("{\"conversations\":[").doesNotContain("\"meta\"");
		assertThat(SimulatorJson.isValid(this.client.exchangeText(this.client.request(ADA)).http().body())).isFalse();
	}

	@Test
	void emptyPageLinksToPageAskedFor() {
		seed(3);
		this.simulator.next(3).emptyPage();
		String next = ADA;
		for (int page = 0; page < 3; page++) {
			Response empty = this.client.get(next);
			assertThat(empty.body().path("conversations")).isEmpty();
			assertThat(empty.text("/meta/next_page_url")).isNotEqualTo(next)
				.contains("&Page=" + (page + 1) + "&PageToken=");
			next = empty.text("/meta/next_page_url");
		}
		Response first = this.client.get(next);
		assertThat(first.body().path("conversations")).isEqualTo(this.client.get(ADA).body().path("conversations"));
	}

	@Test
	void nextPageUrlIsReplaced() {
		seed(3);
		this.simulator.next().nextPageUrl("https://example.com/v1/next");
		this.simulator.next().nextPageUrl(null);
		assertThat(exchange(ADA).text("/meta/next_page_url")).isEqualTo("https://example.com/v1/next");
		assertThat(this.client.get(ADA).body().at("/meta/next_page_url").isNull()).isTrue();
	}

	@Test
	void timesWhenNotPositiveIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.simulator.next(0));
	}

	private Response exchange(String path) {
		return this.client.exchange(this.client.request(path));
	}

	private void assertFailure(HttpRequest.Builder request, Class<? extends IOException> cause) {
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> this.client.exchange(request))
			.havingCause()
			.isExactlyInstanceOf(cause);
	}

	private void seed(int conversations) {
		for (int i = 0; i < conversations; i++) {
			this.simulator.conversation().friendlyName("x".repeat(500)).chatParticipant("ada").add();
		}
	}

}
