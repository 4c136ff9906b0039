package dev.conversations.test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Writes one page of a list with its {@code meta}. In its URLs filters come first, then
 * page size, page and token.
 *
 * @param key the name of the array
 * @param baseUrl the simulator's base URL
 * @param path the path of the list, as it was sent
 * @param filter the encoded filter, which is empty or ends in an ampersand
 */
record ListRenderer(String key, String baseUrl, String path, String filter) {

	static ListRenderer of(Call call, String key, String filter) {
		return new ListRenderer(key, call.request().baseUrl(), call.request().path(), filter);
	}

	/**
	 * Returns what a page token of the list is bound to.
	 * @return text that differs from list to list
	 */
	String list() {
		return this.path + '?' + this.filter;
	}

	Answer render(PageRequest page, Slice<?> slice) {
		return new Answer(200, body(page, slice), () -> empty(page));
	}

	private Answer empty(PageRequest page) {
		PageToken token = (page.token() != null) ? page.token() : PageToken.START;
		return Answer.of(200, body(page, new Slice<>(List.of(), null, token)));
	}

	private Map<String, @Nullable Object> body(PageRequest page, Slice<?> slice) {
		Map<String, @Nullable Object> body = new LinkedHashMap<>();
		body.put(this.key, slice.items());
		body.put("meta", meta(page, slice.previous(), slice.next()));
		return body;
	}

	private Map<String, @Nullable Object> meta(PageRequest page, @Nullable PageToken previous,
			@Nullable PageToken next) {
		Map<String, @Nullable Object> meta = new LinkedHashMap<>();
		meta.put("page", page.index());
		meta.put("page_size", page.size());
		meta.put("first_page_url", url(page, 0, null));
		meta.put("previous_page_url", (previous != null) ? url(page, Math.max(page.index() - 1, 0), previous) : null);
		meta.put("url", url(page, page.index(), page.token()));
		meta.put("next_page_url", (next != null) ? url(page, page.index() + 1, next) : null);
		meta.put("key", this.key);
		return meta;
	}

	private String url(PageRequest page, int index, @Nullable PageToken token) {
		String url = "%s?%sPageSize=%d&Page=%d".formatted(this.baseUrl + this.path, this.filter, page.size(), index);
		return (token != null) ? url + "&PageToken=" + PercentCodec.encode(token.text(list())) : url;
	}

	@Override
	public String toString() {
		return this.key;
	}

}
