package dev.conversations.client;

import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What it costs to decode a page of 50 records. Bytes are counted, as they are about the
 * same in each run.
 */
class DecodingMemoryTests {

	private static final int RECORDS = 50;

	private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static byte[] page(String key, String record, int attributes) {
		StringBuilder page = new StringBuilder("{\"" + key + "\":[");
		for (int i = 0; i < RECORDS; i++) {
			page.append((i > 0) ? "," : "").append(record.formatted(i, "\\\"".repeat(attributes)));
		}
		return page.append("],\"meta\":{\"page\":0,\"next_page_url\":\"https://conversations.twilio.com/?Page=1\"}}")
			.toString()
			.getBytes(StandardCharsets.UTF_8);
	}

	private static long bytes(byte[] page, ListType<?> type, int pages) {
		long before = THREAD.getCurrentThreadAllocatedBytes();
		for (int i = 0; i < pages; i++) {
			assertThat(ListReader.read(new ByteArrayInputStream(page), type, RECORDS).records().size())
				.isEqualTo(RECORDS);
		}
		return (THREAD.getCurrentThreadAllocatedBytes() - before) / pages / RECORDS;
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 1_024, 16_384 })
	void conversationTakesItsAttributesAndLittleMore(int attributes) {
		byte[] page = page("conversations", RecordsOfPages.CONVERSATION, attributes);
		bytes(page, ListType.PARTICIPANT_CONVERSATIONS, 100);
		assertThat(bytes(page, ListType.PARTICIPANT_CONVERSATIONS, 100)).as("measured: 1,230 more")
			.isLessThan(attributes + 1_500);
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 1_024, 4_096 })
	void participantTakesItsAttributesAndLittleMore(int attributes) {
		byte[] page = page("participants", RecordsOfPages.PARTICIPANT, attributes);
		bytes(page, ListType.PARTICIPANTS, 100);
		assertThat(bytes(page, ListType.PARTICIPANTS, 100)).as("measured: 760 more").isLessThan(attributes + 1_000);
	}

}
