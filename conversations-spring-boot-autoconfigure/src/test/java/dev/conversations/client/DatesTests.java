package dev.conversations.client;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Dates are read as a formatter reads them, whether or not they have the usual form.
 */
class DatesTests {

	private static final DateTimeFormatter FORMATTER = new DateTimeFormatterBuilder()
		.append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
		.appendPattern("[XXXXX][XXXX][X]")
		.toFormatter();

	private static final String CHARACTERS = "0123456789-:TtZz+. \u0661\uff11";

	private static void assertReadAlike(String text) {
		String padded = "\"" + text + "\",";
		Object actual = outcome(() -> Dates.parse(padded.toCharArray(), 1, text.length()));
		Object expected = outcome(() -> OffsetDateTime.parse(text, FORMATTER).toInstant());
		assertThat(actual).as(text).isEqualTo(expected);
	}

	private static Object outcome(Supplier<Instant> reader) {
		try {
			return reader.get();
		}
		catch (DateTimeException ex) {
			return ex.getClass();
		}
	}

	@Test
	void parseWhenFieldsAreAnyNumbersReadsAlike() {
		Random random = new Random(13);
		for (int i = 0; i < 20_000; i++) {
			assertReadAlike(String.format(Locale.ROOT, "%04d-%02d-%02dT%02d:%02d:%02dZ", random.nextInt(10_000),
					random.nextInt(14), random.nextInt(34), random.nextInt(26), random.nextInt(62),
					random.nextInt(62)));
		}
	}

	@Test
	void parseWhenDateIsValidReadsAlike() {
		Random random = new Random(14);
		for (int i = 0; i < 20_000; i++) {
			long second = random.nextLong(-62_167_219_200L, 253_402_300_800L);
			Instant date = Instant.ofEpochSecond(second);
			String text = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(date.atOffset(ZoneOffset.UTC)) + "Z";
			assertThat(Dates.parse(text.toCharArray(), 0, text.length())).isEqualTo(date);
		}
	}

	@Test
	void parseWhenTextIsMutatedReadsAlike() {
		Random random = new Random(15);
		for (int i = 0; i < 20_000; i++) {
			StringBuilder text = new StringBuilder("2015-07-30T20:00:00Z");
			for (int j = random.nextInt(3); j >= 0; j--) {
				int position = random.nextInt(text.length());
				char character = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
				text.replace(position, position + random.nextInt(2), String.valueOf(character));
			}
			assertReadAlike(text.toString());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Z", "2015-07-30T20:00:00", "2015-07-30T20:00Z", "2015-07-30T20:00:00.123456789Z",
			"2015-07-30T20:00:00+00", "2015-07-30T20:00:00-0530", "2015-07-30T20:00:00+05:30:15",
			"+12015-07-30T20:00:00Z", "-2015-07-30T20:00:00Z", "2015-07-30t20:00:00z", "2015-02-29T00:00:00Z",
			"2016-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2015-07-30T24:00:00Z", "2015-07-30T23:59:60Z" })
	void parseWhenFormIsUnusualReadsAlike(String text) {
		assertReadAlike(text);
	}

}
