package dev.conversations.test;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import dev.conversations.test.ApiClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the limit of a request's body.
 */
class BodyLimitTests {

	private static final int LIMIT = 1024 * 1024;

	private final ConversationsSimulator simulator = ConversationsSimulator.start();

	private final ApiClient client = new ApiClient(this.simulator);

	private final String path = "/v1/Conversations/" + this.simulator.conversation().add().sid() + "/Participants";

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@Test
	void bodyWhenAtLimitIsRead() {
		Response created = send(BodyPublishers.ofString(form(LIMIT)));
		assertThat(created.status()).isEqualTo(201);
	}

	@Test
	void bodyWhenOverLimitAnswers413AndIsNotCarriedOut() {
		Response refused = send(BodyPublishers.ofString(form(LIMIT + 1)));
		assertThat(refused.status()).isEqualTo(413);
		assertThat(refused.code()).isEqualTo(20413);
		assertThat(this.client.get(this.path).body().path("participants")).isEmpty();
		assertThat(this.simulator.requests().get(0))
			.hasToString("POST /v1/Conversations/{ConversationSid}/Participants");
		assertThat(this.simulator.requests().get(0).form()).isEmpty();
	}

	@Test
	void bodyWhenOfUnknownLengthAndOverLimitAnswers413() {
		byte[] form = form(3 * LIMIT).getBytes(StandardCharsets.UTF_8);
		assertThat(send(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form))).status()).isEqualTo(413);
	}

	@Test
	void bodyWithoutEndIsCutOff() throws Exception {
		String credentials = this.simulator.accountSid() + ':' + this.simulator.authToken();
		String head = "POST %s HTTP/1.1\r\nHost: host\r\nAuthorization: Basic %s\r\nTransfer-Encoding: chunked\r\n\r\n"
			.formatted(this.path, Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
		byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.UTF_8);
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.simulator.port())) {
			OutputStream output = socket.getOutputStream();
			output.write(head.getBytes(StandardCharsets.UTF_8));
			assertThatExceptionOfType(SocketException.class).isThrownBy(() -> {
				for (int i = 0; i < 10_000; i++) {
					output.write(chunk);
				}
			});
		}
		assertThat(this.client.get(this.path).body().path("participants")).isEmpty();
	}

	private Response send(BodyPublisher body) {
		HttpRequest.Builder request = this.client.request(this.path)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(body);
		return this.client.send(request);
	}

	private static String form(int length) {
		String start = "Identity=ada&x=";
		return start + "x".repeat(length - start.length());
	}

}
