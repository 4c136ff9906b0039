package dev.conversations.test;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * The dates at which conversations change by themselves; to be used in an operation of
 * the {@link Store}.
 */
final class Deadlines {

	private static final Comparator<Deadline> ORDER = Comparator.comparing(Deadline::date)
		.thenComparing(Deadline::conversationSid);

	private final NavigableSet<Deadline> deadlines = new TreeSet<>(ORDER);

	private final Map<String, Deadline> byConversation = new HashMap<>();

	/**
	 * Sets the deadline of a conversation.
	 * @param conversationSid the SID of the conversation
	 * @param date the date, or {@code null} if there is none
	 */
	void set(String conversationSid, @Nullable Instant date) {
		Deadline before = this.byConversation.remove(conversationSid);
		if (before != null) {
			this.deadlines.remove(before);
		}
		if (date != null) {
			Deadline deadline = new Deadline(date, conversationSid);
			this.byConversation.put(conversationSid, deadline);
			this.deadlines.add(deadline);
		}
	}

	/**
	 * Removes the first deadline, if it has come.
	 * @param now the instant
	 * @return the deadline, or {@code null} if none has come
	 */
	@Nullable Deadline poll(Instant now) {
		if (this.deadlines.isEmpty() || this.deadlines.first().date().isAfter(now)) {
			return null;
		}
		Deadline first = this.deadlines.first();
		set(first.conversationSid(), null);
		return first;
	}

	void clear() {
		this.deadlines.clear();
		this.byConversation.clear();
	}

	/**
	 * A date at which a conversation changes.
	 *
	 * @param date the date
	 * @param conversationSid the SID of the conversation
	 */
	record Deadline(Instant date, String conversationSid) {

	}

}
