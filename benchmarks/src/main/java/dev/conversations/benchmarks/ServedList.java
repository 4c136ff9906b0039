package dev.conversations.benchmarks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * List that the server makes up. Everything that distinguishes it stands in the identity
 * or in the name of the conversation, so that a client needs one base URL only.
 *
 * @param kind what the records are
 * @param attributes length of the attributes of a record
 * @param pages how many pages there are
 * @param pageSize records of a page
 * @param delay milliseconds that each answer takes
 * @param number distinguishes lists that are otherwise alike
 */
record ServedList(ListKind kind, int attributes, int pages, int pageSize, int delay, int number) {

	private static final Pattern KEY = Pattern.compile("a([0-9]+)-p([0-9]+)-d([0-9]+)-n([0-9]+)");

	private static final Pattern PAGE_SIZE = Pattern.compile("PageSize=([0-9]+)");

	static ServedList of(ListKind kind, int attributes, int pages) {
		return new ServedList(kind, attributes, pages, 50, 0, 0);
	}

	/**
	 * Reads the path and query of a request.
	 */
	static ServedList parse(String uri) {
		Matcher key = find(KEY, uri);
		ListKind kind = uri.startsWith("/v1/Conversations/") ? ListKind.PARTICIPANTS : ListKind.CONVERSATIONS;
		return new ServedList(kind, number(key, 1), number(key, 2), number(find(PAGE_SIZE, uri), 1), number(key, 3),
				number(key, 4));
	}

	private static Matcher find(Pattern pattern, String uri) {
		Matcher matcher = pattern.matcher(uri);
		if (!matcher.find()) {
			throw new IllegalArgumentException("No list of this server: " + uri);
		}
		return matcher;
	}

	private static int number(Matcher matcher, int group) {
		return Integer.parseInt(matcher.group(group));
	}

	ServedList withPageSize(int pageSize) {
		return new ServedList(this.kind, this.attributes, this.pages, pageSize, this.delay, this.number);
	}

	ServedList withDelay(int delay) {
		return new ServedList(this.kind, this.attributes, this.pages, this.pageSize, delay, this.number);
	}

	ServedList withNumber(int number) {
		return new ServedList(this.kind, this.attributes, this.pages, this.pageSize, this.delay, number);
	}

	/**
	 * The identity of the participant or the unique name of the conversation.
	 */
	String key() {
		return "a%d-p%d-d%d-n%d".formatted(this.attributes, this.pages, this.delay, this.number);
	}

	long records() {
		return (long) this.pages * this.pageSize;
	}

	/**
	 * The path and query of a page, as the links of the server have it.
	 */
	String uri(int page) {
		String first = this.kind.template()
			.replace("{key}", key())
			.replace("{pageSize}", Integer.toString(this.pageSize));
		return (page > 0) ? first + "&Page=" + page + "&PageToken=PT" + "0123456789abcdef".repeat(2) + ":" + page
				: first;
	}

}
