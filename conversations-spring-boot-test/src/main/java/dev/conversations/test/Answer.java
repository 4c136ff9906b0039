package dev.conversations.test;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * What an operation answers.
 *
 * @param status the HTTP status
 * @param body the members of the JSON body, or {@code null} without one
 * @param emptyPage makes an empty page of the answer, with a link to the page asked for
 */
record Answer(int status, @Nullable Map<String, @Nullable Object> body, @Nullable Supplier<Answer> emptyPage) {

	private static final String META = "meta";

	static Answer of(int status, @Nullable Map<String, @Nullable Object> body) {
		return new Answer(status, body, null);
	}

	static Answer of(Refusal error) {
		return of(error.status(), error.body());
	}

	Answer emptied() {
		return (this.emptyPage != null) ? this.emptyPage.get() : this;
	}

	Answer withNextPageUrl(@Nullable String url) {
		if (this.body == null || !(this.body.get(META) instanceof Map<?, ?> before)) {
			return this;
		}
		Map<Object, @Nullable Object> meta = new LinkedHashMap<>(before);
		meta.put("next_page_url", url);
		Map<String, @Nullable Object> changed = new LinkedHashMap<>(this.body);
		changed.put(META, meta);
		return of(this.status, changed);
	}

	@Override
	public String toString() {
		return "Answer " + this.status;
	}

}
