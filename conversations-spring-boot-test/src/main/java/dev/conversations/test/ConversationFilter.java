package dev.conversations.test;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Which conversations a list asks for, by state and by the date of creation. A date
 * without a time stands for its first second as the start and for its last as the end
 * [D].
 *
 * @param encoded the filter as it stands in a link, which is empty or ends in an
 * ampersand
 * @param state the state, or {@code null} for any
 * @param start the first date, or {@code null} for any
 * @param end the last date, or {@code null} for any
 */
record ConversationFilter(String encoded, @Nullable String state, @Nullable Instant start, @Nullable Instant end) {

	private static final String START_DATE = "StartDate";

	private static final String END_DATE = "EndDate";

	private static final String STATE = "State";

	private static final Set<String> STATES = Set.of(ConversationDetails.INITIALIZING, ConversationDetails.ACTIVE,
			ConversationDetails.INACTIVE, ConversationDetails.CLOSED);

	private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

	private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

	static ConversationFilter of(Parameters query) {
		String state = query.text(STATE);
		Refusal.invalidParameter("Invalid State").unless(state == null || STATES.contains(state));
		StringBuilder encoded = new StringBuilder();
		for (String name : new String[] { START_DATE, END_DATE, STATE }) {
			String value = query.text(name);
			if (value != null) {
				encoded.append(name).append('=').append(PercentCodec.encode(value)).append('&');
			}
		}
		return new ConversationFilter(encoded.toString(), state, date(query, START_DATE, LocalTime.MIN),
				date(query, END_DATE, LAST_SECOND));
	}

	boolean matches(ConversationDetails conversation) {
		Instant created = Dates.seconds(conversation.dateCreated());
		return (this.state == null || conversation.state().equals(this.state))
				&& (this.start == null || !created.isBefore(this.start))
				&& (this.end == null || !created.isAfter(this.end));
	}

	private static @Nullable Instant date(Parameters query, String name, LocalTime time) {
		String text = query.text(name);
		try {
			if (text == null) {
				return null;
			}
			return DATE.matcher(text).matches() ? LocalDate.parse(text).atTime(time).toInstant(ZoneOffset.UTC)
					: OffsetDateTime.parse(text).toInstant();
		}
		catch (DateTimeException ex) {
			throw Refusal.invalidParameter("Invalid " + name).exception();
		}
	}

	@Override
	public String toString() {
		return "ConversationFilter";
	}

}
