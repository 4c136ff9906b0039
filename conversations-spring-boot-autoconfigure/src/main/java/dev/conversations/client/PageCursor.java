package dev.conversations.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Place in a list, as opaque text that may stand in a URL. It outlives a restart and is
 * valid for every instance of an application that uses the same account. In JSON a cursor
 * is its text.
 * <p>
 * It holds the query of a page link without the participant's identity or address, the
 * position in that page, and a mark. The mark is keyed and depends on everything else and
 * on the list that the cursor belongs to, so that a cursor of another list is refused.
 *
 * @since 0.1.0
 */
public final class PageCursor {

	private static final String VERSION = "1";

	private static final Pattern FORM = Pattern
		.compile(VERSION + "\\.([A-Za-z0-9_-]*+)\\.(0|[1-9][0-9]{0,8})\\.([A-Za-z0-9_-]{16})");

	private static final Pattern QUERY = Pattern.compile("[!$&'()*+,;=:@/?A-Za-z0-9._~%-]*+");

	private final String query;

	private final int position;

	private final String mark;

	PageCursor(String query, int position, String mark) {
		this.query = query;
		this.position = position;
		this.mark = mark;
	}

	/**
	 * Reads a cursor from its text.
	 * @param value text that {@link #value()} returned
	 * @return the cursor
	 * @throws IllegalArgumentException if the text is no cursor; one of another list is
	 * refused when it is used
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public static PageCursor of(String value) {
		Assert.notNull(value, "'value' must not be null");
		Matcher matcher = FORM.matcher(value);
		Assert.isTrue(matcher.matches(), "'value' must be the value of a page cursor");
		PageCursor cursor = new PageCursor(decode(matcher.group(1)), Integer.parseInt(matcher.group(2)),
				matcher.group(3));
		Assert.isTrue(isQuery(cursor.query) && cursor.value().equals(value),
				"'value' must be the value of a page cursor");
		return cursor;
	}

	/**
	 * Whether a text is a query of RFC 3986, so that it stays as it is in a URI.
	 */
	static boolean isQuery(String text) {
		return QUERY.matcher(text).matches();
	}

	private static String decode(String text) {
		try {
			return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	/**
	 * Returns the text of this cursor, which {@link #of(String)} reads.
	 * @return letters, digits and {@code . _ ~ -} only
	 */
	@JsonValue
	public String value() {
		String encoded = Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(this.query.getBytes(StandardCharsets.US_ASCII));
		return VERSION + "." + encoded + "." + this.position + "." + this.mark;
	}

	/**
	 * The raw query of the page, less the parameter that names the participant.
	 */
	String query() {
		return this.query;
	}

	int position() {
		return this.position;
	}

	String mark() {
		return this.mark;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof PageCursor that && value().equals(that.value()));
	}

	@Override
	public int hashCode() {
		return value().hashCode();
	}

	@Override
	public String toString() {
		return "PageCursor";
	}

}
