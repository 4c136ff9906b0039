package dev.conversations.client;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Choice of conversations for a list. A page cursor belongs to its filter, so that one of
 * another filter is refused.
 *
 * @param state the state that the conversations are in, or {@code null} for any
 * @param startDate the first day on which the conversations were created, in UTC, or
 * {@code null} for any
 * @param endDate the last day on which the conversations were created, in UTC, or
 * {@code null} for any
 * @since 0.1.0
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/api/conversation-resource">Conversation
 * resource</a>
 */
public record ConversationFilter(@Nullable ConversationState state, @Nullable LocalDate startDate,
		@Nullable LocalDate endDate) {

	private static final ConversationFilter ALL = new ConversationFilter(null, null, null);

	/**
	 * Creates a filter.
	 * @throws IllegalArgumentException if the state is blank or the end date is before
	 * the start date
	 */
	public ConversationFilter {
		Arguments.textOrNull("state", (state != null) ? state.value() : null);
		Assert.isTrue(startDate == null || endDate == null || !endDate.isBefore(startDate),
				"'endDate' must not be before 'startDate'");
	}

	/**
	 * Returns a filter that all conversations pass.
	 * @return a filter with nothing set
	 */
	public static ConversationFilter all() {
		return ALL;
	}

	/**
	 * Returns a copy for conversations in a state.
	 * @param state the state
	 * @return a copy with the state
	 * @throws IllegalArgumentException if the text of the state is blank
	 */
	public ConversationFilter withState(ConversationState state) {
		Assert.notNull(state, "'state' must not be null");
		return new ConversationFilter(state, this.startDate, this.endDate);
	}

	/**
	 * Returns a copy for conversations that were created on a day or later.
	 * @param startDate the first day, in UTC
	 * @return a copy with the first day
	 * @throws IllegalArgumentException if the end date is before it
	 */
	public ConversationFilter withStartDate(LocalDate startDate) {
		Assert.notNull(startDate, "'startDate' must not be null");
		return new ConversationFilter(this.state, startDate, this.endDate);
	}

	/**
	 * Returns a copy for conversations that were created on a day or earlier.
	 * @param endDate the last day, in UTC
	 * @return a copy with the last day
	 * @throws IllegalArgumentException if it is before the start date
	 */
	public ConversationFilter withEndDate(LocalDate endDate) {
		Assert.notNull(endDate, "'endDate' must not be null");
		return new ConversationFilter(this.state, this.startDate, endDate);
	}

	List<ListFilter> parameters() {
		List<ListFilter> parameters = new ArrayList<>();
		add(parameters, ListFilter.STATE, this.state);
		add(parameters, ListFilter.START_DATE, this.startDate);
		add(parameters, ListFilter.END_DATE, this.endDate);
		return List.copyOf(parameters);
	}

	private static void add(List<ListFilter> parameters, String name, @Nullable Object value) {
		if (value != null) {
			parameters.add(new ListFilter(name, value.toString()));
		}
	}

}
