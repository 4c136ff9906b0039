package dev.conversations.client;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/**
 * A list does not go on as it should: a next link is unreadable, has lost or changed a
 * filter, or leads to another host, scheme or list; the pages form a cycle; too many of
 * them in a row are empty; a page has over 1,000 records and over ten times as many as
 * asked for; or an answer has no list.
 *
 * @since 0.1.0
 */
public final class PagingException extends TwilioException {

	@Serial
	private static final long serialVersionUID = 1L;

	PagingException(String message, @Nullable PageCursor resumeCursor) {
		super(message, Outcome.FINAL, resumeCursor);
	}

}
