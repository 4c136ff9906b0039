package dev.conversations.client;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes the form of a participant as JSON, in which {@code MessagingBinding.Address}
 * becomes {@code address} inside of {@code messaging_binding}.
 */
final class ParticipantJson {

	private static final Pattern WORD_START = Pattern.compile("(?<=[a-z])(?=[A-Z])");

	private ParticipantJson() {
	}

	static String write(Map<String, String> form) {
		Map<String, Object> json = new LinkedHashMap<>();
		form.forEach((name, value) -> {
			int dot = name.indexOf('.');
			if (dot == -1) {
				json.put(snakeCase(name), value);
			}
			else {
				nested(json, snakeCase(name.substring(0, dot))).put(snakeCase(name.substring(dot + 1)), value);
			}
		});
		return Json.write(json);
	}

	/**
	 * Returns a value as it stands between the quotes.
	 */
	static String escape(String value) {
		String quoted = Json.write(value);
		return quoted.substring(1, quoted.length() - 1);
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> nested(Map<String, Object> json, String name) {
		return (Map<String, Object>) json.computeIfAbsent(name, (key) -> new LinkedHashMap<String, Object>());
	}

	private static String snakeCase(String name) {
		return WORD_START.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
	}

}
