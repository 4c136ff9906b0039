package dev.conversations.client;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Texts that records have in common are there once, and never mixed up.
 */
class SharedTextsTests {

	private static String get(SharedTexts texts, String text) {
		return texts.get(("\"" + text + "\"").toCharArray(), 1, text.length());
	}

	@Test
	void textWhenRepeatedIsTheSame() {
		SharedTexts texts = new SharedTexts();
		String first = get(texts, "AC1");
		assertThat(first).isEqualTo("AC1");
		assertThat(get(texts, "AC1")).isSameAs(first);
		assertThat(get(texts, "")).isEmpty();
	}

	@Test
	void textsAreNeverMixedUp() {
		SharedTexts texts = new SharedTexts();
		Random random = new Random(3);
		for (int i = 0; i < 20_000; i++) {
			String text = Integer.toString(random.nextInt(500), 2 + random.nextInt(34)) + "\u00e4\ud83d".charAt(i % 2);
			assertThat(get(texts, text)).isEqualTo(text);
		}
	}

	@Test
	void recordsOfAPageShareTheirTexts() {
		String record = "{\"account_sid\":\"AC1\",\"participant_messaging_binding\":{\"address\":\"+1\"}}";
		List<ParticipantConversation> records = ListReader
			.read(new ByteArrayInputStream(
					("{\"conversations\":[" + record + "," + record + "]}").getBytes(StandardCharsets.UTF_8)),
					ListType.PARTICIPANT_CONVERSATIONS, 10)
			.records();
		assertThat(records.get(0).accountSid()).isSameAs(records.get(1).accountSid());
		assertThat(records).extracting((conversation) -> conversation.participantMessagingBinding().address())
			.allSatisfy(
					(address) -> assertThat(address).isSameAs(records.get(0).participantMessagingBinding().address()));
	}

}
