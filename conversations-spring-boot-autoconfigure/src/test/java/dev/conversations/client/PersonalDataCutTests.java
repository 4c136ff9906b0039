package dev.conversations.client;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Messages are cut, and no value is seen in part at a cut.
 */
class PersonalDataCutTests {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	/**
	 * Values, each with a spelling in a message.
	 */
	static Stream<Arguments> spellings() {
		String long1 = "kl\u00e9mn".repeat(51);
		String emoji = "\ud83d\ude00".repeat(100);
		String script = "\ud835\udc9c\ud835\udcb9".repeat(20);
		String attributes = "{\"k\":\"" + "secret".repeat(2700) + "\"}";
		return Stream.of(Arguments.of("ada", "ada"), Arguments.of(long1, long1),
				Arguments.of(long1, long1.replace("\u00e9", "e\u0301").toUpperCase(Locale.ROOT)),
				Arguments.of(long1, encode(encode(long1))), Arguments.of(emoji, emoji),
				Arguments.of(emoji, encode(encode(emoji))), Arguments.of(script, script),
				Arguments.of(script, encode(script)), Arguments.of("\u00fc", "%25C3%25BC"),
				Arguments.of("+12345678910", "+1 (234) 567-8910"), Arguments.of("other", "+1 (234) 567-8910"),
				Arguments.of("1234567".repeat(20), "1-2-3 4 5 (6) 7-".repeat(19) + "1-2-3 4 5 (6) 7"),
				Arguments.of("other", "/Participants/Ada Smith/x"), Arguments.of("other", "?Identity=" + long1),
				Arguments.of(attributes, attributes), Arguments.of(attributes, encode(attributes)));
	}

	private static String encode(String value) {
		return ResourcePath.encode(value);
	}

	@ParameterizedTest
	@MethodSource("spellings")
	void valueIsNotSeenWhereverACutSplitsIt(String value, String spelling) {
		IntStream.concat(IntStream.range(470, 505), IntStream.range(1890, 1930)).forEach((before) -> {
			String masked = PersonalData.mask("\u00b7".repeat(before) + " " + spelling + " \u00b7", List.of(value));
			assertThat(masked).as("after %s characters", before)
				.matches(
						"\u00b7{1,500} ?(?:\\*{0,3}|/Participants/?|/Participants/\\*{0,3}|/\\p{L}{0,11}) ?\u00b7?\u2026?");
		});
	}

	/**
	 * Hidden values make room, so that the end of the part that is looked at is shown.
	 */
	@ParameterizedTest
	@MethodSource("spellings")
	void valueIsNotSeenAtTheFirstCutIfThatIsShown(String value, String spelling) {
		String room = ("roommate".repeat(10) + " ").repeat(19);
		for (int before = 0; before < 480; before += 7) {
			String message = room + "\u00b7".repeat(before) + " " + spelling + "\u00b7".repeat(600);
			String masked = PersonalData.mask(message, List.of(room.strip(), value));
			assertThat(masked).as("after %s characters", before)
				.matches(
						"\\*\\*\\* \u00b7* ?(?:\\*{0,3}|/Participants/?|/Participants/\\*{0,3}|/\\p{L}{0,11})\u00b7*\u2026");
		}
	}

	@Test
	void messageOfAnyLengthCostsTheSame() {
		List<String> values = List.of("a".repeat(255) + "b", "\"" + "ab".repeat(8000) + "\"");
		mask("a".repeat(1 << 12), values);
		long small = mask("a".repeat(1 << 12), values);
		assertThat(mask("a".repeat(1 << 24), values)).isLessThan(small + 100_000).isLessThan(2_000_000);
	}

	@Test
	void costGrowsWithTheNumberOfValuesOnly() {
		String message = "a%2561".repeat(1 << 12);
		mask(message, values(10));
		long some = mask(message, values(100)) - mask(message, values(10));
		long many = mask(message, values(800)) - mask(message, values(10));
		assertThat(many).isLessThan(12 * some);
	}

	private static List<String> values(int count) {
		return IntStream.range(0, count).mapToObj((index) -> "a".repeat(16_000) + index).toList();
	}

	/**
	 * Masks a message and returns how many bytes that took.
	 */
	private static long mask(String message, List<String> values) {
		long before = THREADS.getCurrentThreadAllocatedBytes();
		String masked = PersonalData.mask(message, values);
		long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
		assertThat(masked).hasSizeLessThan(502);
		return allocated;
	}

}
