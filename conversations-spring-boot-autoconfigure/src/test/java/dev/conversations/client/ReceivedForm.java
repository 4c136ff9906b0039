package dev.conversations.client;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads forms as a server does.
 */
final class ReceivedForm {

	private ReceivedForm() {
	}

	/**
	 * Returns the values of a parameter in the order in which they came.
	 */
	static List<String> values(String body, String name) {
		return Stream.of(body.split("&"))
			.filter((parameter) -> parameter.startsWith(name + "="))
			.map((parameter) -> URLDecoder.decode(parameter.substring(name.length() + 1), StandardCharsets.UTF_8))
			.toList();
	}

}
