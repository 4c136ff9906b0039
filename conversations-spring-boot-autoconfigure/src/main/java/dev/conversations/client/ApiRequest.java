package dev.conversations.client;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;

/**
 * Request to Twilio.
 *
 * @param method the method
 * @param path the path of the resource
 * @param uri where the request is sent
 * @param form the form, if there is one
 * @param webhookEnabled whether Twilio calls the webhooks of a write, or {@code null} to
 * leave that to Twilio
 * @param pacedBy the resource whose writes are paced together with this one, or
 * {@code null} if the request is not paced
 * @param list what a request for a page of a list has besides
 */
record ApiRequest(HttpMethod method, ResourcePath path, URI uri, @Nullable FormParameters form,
		@Nullable Boolean webhookEnabled, @Nullable ResourcePath pacedBy, @Nullable ListContext list) {

	/**
	 * A request that reads one resource.
	 */
	static ApiRequest get(URI baseUrl, ResourcePath path) {
		return new ApiRequest(HttpMethod.GET, path, path.at(baseUrl), null, null, null, null);
	}

	/**
	 * A request that reads a page of a list.
	 */
	static ApiRequest page(ResourcePath path, URI link, ListContext list) {
		return new ApiRequest(HttpMethod.GET, path, link, null, null, null, list);
	}

	/**
	 * A request that creates or changes a resource.
	 */
	static ApiRequest post(URI baseUrl, ResourcePath path, FormParameters form, Write write) {
		return new ApiRequest(HttpMethod.POST, path, path.at(baseUrl), form, write.webhookEnabled(), write.pacedBy(),
				null);
	}

	/**
	 * A request that deletes a resource.
	 */
	static ApiRequest delete(URI baseUrl, ResourcePath path, Write write) {
		return new ApiRequest(HttpMethod.DELETE, path, path.at(baseUrl), null, write.webhookEnabled(), write.pacedBy(),
				null);
	}

	/**
	 * Returns the name of the request in messages, which has no value.
	 */
	String description() {
		return this.method + " " + this.path.template();
	}

	/**
	 * Returns all values that the application gave, which an answer may repeat.
	 */
	List<String> values() {
		List<String> values = new ArrayList<>(this.path.values());
		if (this.form != null) {
			values.addAll(this.form.allValues());
		}
		if (this.list != null) {
			this.list.filters().forEach((filter) -> values.add(filter.value()));
		}
		return values;
	}

	/**
	 * Returns whether the request may be carried out twice.
	 */
	boolean isIdempotent() {
		return !HttpMethod.POST.equals(this.method);
	}

	/**
	 * Returns where a list goes on if this request fails. There is no cursor if the
	 * request failed since there are no credentials.
	 */
	@Nullable PageCursor resumeCursor() {
		try {
			return (this.list != null) ? this.list.resumeCursor().get() : null;
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

	/**
	 * Returns the name only, since the URI, the form and the filter hold personal data.
	 */
	@Override
	public String toString() {
		return description();
	}

	/**
	 * List that a request for a page belongs to.
	 *
	 * @param filters what narrows the list down
	 * @param resumeCursor makes the cursor of the first record that is due, if there is
	 * to be one
	 */
	record ListContext(List<ListFilter> filters, Supplier<@Nullable PageCursor> resumeCursor) {

	}

	/**
	 * Choices for a write.
	 *
	 * @param webhookEnabled whether Twilio calls its webhooks, or {@code null} to leave
	 * that to Twilio
	 * @param pacedBy the resource whose writes are paced together, or {@code null}
	 */
	record Write(@Nullable Boolean webhookEnabled, @Nullable ResourcePath pacedBy) {

	}

}
