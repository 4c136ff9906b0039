package dev.conversations.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.springframework.web.util.UriUtils;

/**
 * Path of a resource, in the form that may be shown and in the form that is sent.
 *
 * @param template the path with the names of its variables
 * @param encoded the path with their values, percent-encoded
 * @param values the values themselves
 */
record ResourcePath(String template, String encoded, List<String> values) {

	static final ResourcePath ROOT = new ResourcePath("/v1", "/v1", List.of());

	ResourcePath {
		values = List.copyOf(values);
	}

	ResourcePath append(String segment) {
		return new ResourcePath(this.template + "/" + segment, this.encoded + "/" + segment, this.values);
	}

	ResourcePath append(String segment, String variable, String value) {
		List<String> values = new ArrayList<>(this.values);
		values.add(value);
		return new ResourcePath(this.template + "/" + segment + "/{" + variable + "}",
				this.encoded + "/" + segment + "/" + encode(value), values);
	}

	/**
	 * Returns where the resource is, given where the API is.
	 */
	URI at(URI baseUrl) {
		return URI.create(baseUrl + this.encoded);
	}

	/**
	 * Whether a raw path is another spelling of this one. A conversation that was
	 * addressed by its unique name may answer by its SID.
	 */
	boolean matches(String rawPath) {
		String[] own = this.encoded.split("/", -1);
		String[] other = rawPath.split("/", -1);
		return own.length == other.length
				&& IntStream.range(0, own.length).allMatch((index) -> matches(own, index, decode(other[index])));
	}

	private static boolean matches(String[] own, int index, String other) {
		return decode(own[index]).equals(other) || (index > 0 && own[index - 1].equals("Conversations")
				&& Sid.is(Sid.CONVERSATION, other) && !Sid.is(own[index]));
	}

	private static String decode(String segment) {
		return UriUtils.decode(segment, StandardCharsets.UTF_8);
	}

	/**
	 * Encodes everything but the unreserved characters of RFC 3986.
	 */
	static String encode(String value) {
		return UriUtils.encode(value, StandardCharsets.UTF_8);
	}

}
