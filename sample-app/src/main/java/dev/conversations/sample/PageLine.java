package dev.conversations.sample;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.conversations.client.Page;
import dev.conversations.client.PageCursor;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ProblemDetail;

/**
 * Line of a stream of pages: a page, or at the end the problem that broke it off.
 *
 * @param stream the identifier of the stream, for {@link OpenStreamsController}
 * @param items the records of the page
 * @param next the cursor of the next page
 * @param requests how many requests the stream has sent so far
 * @param problem why the stream ends here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PageLine(@Nullable String stream, @Nullable List<?> items, @Nullable String next, @Nullable Integer requests,
		@Nullable ProblemDetail problem) {

	static PageLine of(String stream, Page<?> page, int requests) {
		PageCursor next = page.next();
		return new PageLine(stream, page.items(), (next != null) ? next.value() : null, requests, null);
	}

	static PageLine of(BrokenStream broken) {
		return new PageLine(null, null, null, null, broken.problem());
	}

	@Override
	public String toString() {
		return "PageLine";
	}

}
