package dev.conversations.test;

import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.server.HttpServerRequest;

/**
 * A request as it came in, nothing decoded yet.
 *
 * @param baseUrl the URL of the server that it came to
 * @param method the HTTP method
 * @param path the raw path
 * @param query the raw query, or {@code null} without one
 * @param headers the headers
 * @param body the body
 */
record ReceivedRequest(String baseUrl, String method, String path, @Nullable String query, HttpHeaders headers,
		RequestBody body) {

	private static final Set<String> CREDENTIALS = Set.of("authorization", "proxy-authorization", "cookie");

	private static final String FORM = "application/x-www-form-urlencoded";

	private static final Pattern AUTHORITY = Pattern.compile("^https?://[^/?#]*");

	private static final Pattern OCTET = Pattern.compile("[\\x80-\\xFF]");

	static ReceivedRequest of(HttpServerRequest request, RequestBody body) {
		String uri = target(request.uri());
		int question = uri.indexOf('?');
		return new ReceivedRequest(baseUrl(request), request.method().name(),
				(question != -1) ? uri.substring(0, question) : uri,
				(question != -1) ? uri.substring(question + 1) : null, request.requestHeaders(), body);
	}

	/**
	 * Returns the target of a request as path and query in ASCII: a proxy may send the
	 * whole URL (RFC 9112, section 3.2.2), and a client characters as they are.
	 * @param uri the target as it was sent, each octet a character
	 * @return the path and query
	 */
	private static String target(String uri) {
		return OCTET.matcher(AUTHORITY.matcher(uri).replaceFirst(""))
			.replaceAll((octet) -> "%%%02X".formatted((int) octet.group().charAt(0)));
	}

	// Not the port of the Host header, which a proxy or a rewritten name may change
	private static String baseUrl(HttpServerRequest request) {
		InetSocketAddress address = request.hostAddress();
		return (address != null) ? SimulatorServer.baseUrl(address.getAddress().getHostAddress(), address.getPort())
				: SimulatorServer.baseUrl(ServerOptions.LOOPBACK, 0);
	}

	@Nullable String header(String name) {
		return this.headers.get(name);
	}

	/**
	 * Returns the raw form.
	 * @return the form, or {@code null} if the body is something else
	 */
	@Nullable String form() {
		return hasContentType(FORM) ? this.body.text() : null;
	}

	boolean hasContentType(String mediaType) {
		String contentType = this.headers.get("Content-Type", "");
		return contentType.toLowerCase(Locale.ROOT).startsWith(mediaType);
	}

	boolean acceptsGzip() {
		return this.headers.getAll("Accept-Encoding")
			.stream()
			.anyMatch((value) -> value.toLowerCase(Locale.ROOT)
				.matches(".*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*"));
	}

	RecordedRequest record(@Nullable String accountSid) {
		Map<String, List<String>> kept = new TreeMap<>();
		for (String name : this.headers.names()) {
			String lowerCase = name.toLowerCase(Locale.ROOT);
			if (!CREDENTIALS.contains(lowerCase)) {
				kept.put(lowerCase, List.copyOf(this.headers.getAll(name)));
			}
		}
		return new RecordedRequest(this.method, this.path, this.query, Collections.unmodifiableMap(kept),
				Parameters.parseLeniently(form()).values(), accountSid);
	}

	@Override
	public String toString() {
		return this.method;
	}

}
