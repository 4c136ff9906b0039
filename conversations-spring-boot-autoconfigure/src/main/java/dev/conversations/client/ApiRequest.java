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
 * @param list what a request for a page of a list has besides
 */
record ApiRequest(HttpMethod method, ResourcePath path, URI uri, @Nullable FormParameters form,
		@Nullable Boolean webhookEnabled, @Nullable ListContext list) {

	/**
	 * How the request is named in messages: without any value.
	 */
	String description() {
		return this.method + " " + this.path.template();
	}

	/**
	 * All values that the application gave, which an answer may repeat.
	 */
	List<String> values() {
		List<String> values = new ArrayList<>(this.path.values());
		if (this.form != null) {
			values.addAll(this.form.values().values());
		}
		if (this.list != null && this.list.filter() != null) {
			values.add(this.list.filter().value());
		}
		return values;
	}

	/**
	 * Whether the request changes nothing.
	 */
	boolean isRead() {
		return HttpMethod.GET.equals(this.method);
	}

	/**
	 * Whether the request may be carried out twice.
	 */
	boolean isIdempotent() {
		return !HttpMethod.POST.equals(this.method);
	}

	/**
	 * Where a list goes on if this request fails. What it failed for may be that there
	 * are no credentials, without which there is no cursor.
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
	 * Without the URI, the form and the filter, which hold personal data.
	 */
	@Override
	public String toString() {
		return description();
	}

	/**
	 * What a request for a page of a list has besides.
	 *
	 * @param filter what the list is filtered by
	 * @param resumeCursor makes the cursor of the first record that is due
	 */
	record ListContext(@Nullable ParticipantIdentifier filter, Supplier<PageCursor> resumeCursor) {

	}

}
