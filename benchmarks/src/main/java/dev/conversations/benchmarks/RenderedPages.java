package dev.conversations.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies of pages. The records are rendered once for all pages of the same sizes, and the
 * links for each page, so that the server has little to do.
 *
 * @since 0.1.0
 */
public final class RenderedPages {

	private static final Map<String, byte[]> RECORDS = new ConcurrentHashMap<>();

	private RenderedPages() {
	}

	/**
	 * Renders the first page of two of a list of conversations.
	 * @param attributes the length of the attributes
	 * @return the page, as JSON in UTF-8
	 */
	public static byte[] conversations(int attributes) {
		return firstPage(ServedList.of(ListKind.CONVERSATIONS, attributes, 2));
	}

	static byte[] firstPage(ServedList list) {
		byte[] records = records(list);
		byte[] meta = meta(list, 0, "https://conversations.twilio.com");
		byte[] page = Arrays.copyOf(records, records.length + meta.length);
		System.arraycopy(meta, 0, page, records.length, meta.length);
		return page;
	}

	/**
	 * The part of a body that is the same for each page.
	 */
	static byte[] records(ServedList list) {
		return RECORDS.computeIfAbsent(list.kind() + "/" + list.attributes() + "/" + list.pageSize(),
				(key) -> renderRecords(list));
	}

	private static byte[] renderRecords(ServedList list) {
		RecordTexts texts = new RecordTexts(list.attributes());
		return IntStream.range(0, list.pageSize())
			.mapToObj((number) -> record(texts, list.kind(), number).toString())
			.collect(Collectors.joining(",", "{\"" + list.kind().key() + "\":[", "],"))
			.getBytes(StandardCharsets.UTF_8);
	}

	private static ObjectNode record(RecordTexts texts, ListKind kind, int number) {
		return switch (kind) {
			case CONVERSATIONS -> texts.conversation(number);
			case PARTICIPANTS -> texts.participant(number);
		};
	}

	/**
	 * The rest of a body.
	 */
	static byte[] meta(ServedList list, int page, String origin) {
		String next = (page < list.pages() - 1) ? "\"" + origin + list.uri(page + 1) + "\"" : "null";
		String previous = (page > 0) ? "\"" + origin + list.uri(page - 1) + "\"" : "null";
		return ("\"meta\":{\"page\":" + page + ",\"page_size\":" + list.pageSize() + ",\"first_page_url\":\"" + origin
				+ list.uri(0) + "\",\"previous_page_url\":" + previous + ",\"url\":\"" + origin + list.uri(page)
				+ "\",\"next_page_url\":" + next + ",\"key\":\"" + list.kind().key() + "\"}}")
			.getBytes(StandardCharsets.UTF_8);
	}

}
