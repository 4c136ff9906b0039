package dev.conversations.batch;

import java.util.List;
import java.util.Objects;

import dev.conversations.client.PageCursor;
import dev.conversations.client.ParticipantConversation;
import org.jspecify.annotations.Nullable;

/**
 * Place up to which the list of a participant was read.
 *
 * @param cursor the page, or {@code null} for the first one
 * @param offset how many records of the page were delivered
 * @param last the beginning of the SID of the conversation up to which records were
 * delivered, or {@code null} if none was delivered of this page
 */
record Place(@Nullable PageCursor cursor, int offset, @Nullable String last) {

	/**
	 * Number of characters of a SID that are kept: enough to tell the conversations of
	 * one participant apart.
	 */
	private static final int LENGTH = 10;

	static final Place START = new Place(null, 0, null);

	Place after(ParticipantConversation conversation) {
		return new Place(this.cursor, this.offset + 1, beginning(conversation));
	}

	/**
	 * Returns how many records at the beginning of a page were delivered before. Where
	 * conversations came or went in the meantime, their order by SID tells.
	 * @param page the page as it is now
	 * @return the number of records
	 */
	int delivered(List<ParticipantConversation> page) {
		if (this.last == null || isUnchanged(page)) {
			return Math.min(this.offset, page.size());
		}
		int count = 0;
		while (count < page.size() && isDelivered(page.get(count))) {
			count++;
		}
		return count;
	}

	private boolean isUnchanged(List<ParticipantConversation> page) {
		return this.offset > 0 && this.offset <= page.size()
				&& Objects.equals(beginning(page.get(this.offset - 1)), this.last);
	}

	private boolean isDelivered(ParticipantConversation conversation) {
		String sid = beginning(conversation);
		return this.last != null && sid != null && sid.compareTo(this.last) <= 0;
	}

	private static @Nullable String beginning(ParticipantConversation conversation) {
		String sid = conversation.conversationSid();
		return (sid != null && sid.length() > LENGTH) ? sid.substring(0, LENGTH) : sid;
	}

}
