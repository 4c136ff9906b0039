package dev.conversations.client;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

import org.jspecify.annotations.Nullable;

/**
 * Reads dates with and without fractions, with {@code Z} and with offsets.
 */
final class Dates {

	private static final String USUAL = "0000-00-00T00:00:00Z";

	private static final DateTimeFormatter ANY = new DateTimeFormatterBuilder()
		.append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
		.appendPattern("[XXXXX][XXXX][X]")
		.toFormatter();

	private Dates() {
	}

	/**
	 * Reads a date. The form that Twilio sends is read directly, since the formatter
	 * would cost more than all the rest of a record.
	 * @throws DateTimeException if the text is no date with an offset
	 */
	static Instant parse(char[] text, int start, int length) {
		Instant usual = parseUsual(text, start, length);
		return (usual != null) ? usual : OffsetDateTime.parse(new String(text, start, length), ANY).toInstant();
	}

	private static @Nullable Instant parseUsual(char[] text, int start, int length) {
		if (!isUsual(text, start, length)) {
			return null;
		}
		int year = number(text, start, 4);
		int month = number(text, start + 5, 2);
		int day = number(text, start + 8, 2);
		int hour = number(text, start + 11, 2);
		int minute = number(text, start + 14, 2);
		int second = number(text, start + 17, 2);
		if (!isDay(year, month, day) || hour > 23 || minute > 59 || second > 59) {
			return null;
		}
		long secondOfDay = (hour * 60 + minute) * 60L + second;
		return Instant.ofEpochSecond(LocalDate.of(year, month, day).toEpochDay() * 86_400 + secondOfDay);
	}

	private static boolean isUsual(char[] text, int start, int length) {
		boolean usual = length == USUAL.length();
		for (int i = 0; usual && i < length; i++) {
			char actual = text[start + i];
			char expected = USUAL.charAt(i);
			usual = (expected == '0') ? actual >= '0' && actual <= '9' : actual == expected;
		}
		return usual;
	}

	private static boolean isDay(int year, int month, int day) {
		return month >= 1 && month <= 12 && day >= 1
				&& day <= Month.of(month).length(IsoChronology.INSTANCE.isLeapYear(year));
	}

	private static int number(char[] text, int start, int digits) {
		int number = 0;
		for (int i = start; i < start + digits; i++) {
			number = number * 10 + (text[i] - '0');
		}
		return number;
	}

}
