package dev.conversations.test;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A request that the {@link ConversationsSimulator} has received.
 *
 * @param method the HTTP method
 * @param path the path as it was sent, still percent-encoded
 * @param query the query as it was sent, still percent-encoded, or {@code null} without
 * one
 * @param headers the headers by name in lower case, without credentials
 * @param form the decoded form parameters, which are empty without a readable form
 * @param accountSid the account whose credentials the request shows, or {@code null} if
 * they are unknown
 * @since 0.1.0
 */
public record RecordedRequest(String method, String path, @Nullable String query, Map<String, List<String>> headers,
		Map<String, List<String>> form, @Nullable String accountSid) {

	/**
	 * Returns the first value of a header.
	 * @param name the name of the header, in any case
	 * @return the value, or {@code null} without one
	 */
	public @Nullable String header(String name) {
		return first(this.headers.get(name.toLowerCase(Locale.ROOT)));
	}

	/**
	 * Returns the first value of a form parameter.
	 * @param name the name of the parameter
	 * @return the decoded value, or {@code null} without one
	 */
	public @Nullable String formParameter(String name) {
		return first(this.form.get(name));
	}

	/**
	 * Returns the first value of a query parameter.
	 * @param name the name of the parameter
	 * @return the decoded value, or {@code null} without one
	 */
	public @Nullable String queryParameter(String name) {
		return Parameters.parseLeniently(this.query).first(name);
	}

	/**
	 * Returns the template of the path, which shows nothing of the values in it.
	 * @return the template, such as {@code /v1/Conversations/{ConversationSid}}, or
	 * {@code null} for a path that the API does not have
	 */
	public @Nullable String pathTemplate() {
		return Route.template(this.path);
	}

	private static @Nullable String first(@Nullable List<String> values) {
		return (values != null) ? values.get(0) : null;
	}

	/**
	 * Returns the method and the template of the path: the rest may hold personal data.
	 * @return such as {@code GET /v1/ParticipantConversations}
	 */
	@Override
	public String toString() {
		return this.method + ' ' + Objects.requireNonNullElse(pathTemplate(), "(unknown path)");
	}

}
