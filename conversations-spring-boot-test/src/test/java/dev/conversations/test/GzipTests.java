package dev.conversations.test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the compression of answers.
 */
class GzipTests {

	@ParameterizedTest
	@ValueSource(strings = { "gzip", "deflate, gzip;q=0.5", "GZIP" })
	void answerWhenGzipIsAcceptedIsCompressed(String accepted) throws IOException {
		try (ConversationsSimulator simulator = ConversationsSimulator.start()) {
			ApiClient client = new ApiClient(simulator);
			byte[] body = client.bytes("/v1/ParticipantConversations?Identity=ada", accepted);
			try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(body))) {
				String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
				assertThat(AnswerSchemas.check("participant_conversations", text)).isEmpty();
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "identity", "deflate", "gzip;q=0", "gzip; q=0.0, br" })
	void answerWhenGzipIsNotAcceptedIsPlain(String accepted) {
		try (ConversationsSimulator simulator = ConversationsSimulator.start()) {
			ApiClient client = new ApiClient(simulator);
			assertThat(client.bytes("/v1/ParticipantConversations?Identity=ada", accepted)).startsWith('{');
		}
	}

}
