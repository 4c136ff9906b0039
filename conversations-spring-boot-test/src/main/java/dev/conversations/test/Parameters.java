package dev.conversations.test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Decoded parameters of a query or a form, in the order in which they came.
 *
 * @param values the values by name
 */
record Parameters(Map<String, List<String>> values) {

	static final Parameters NONE = new Parameters(Collections.emptyMap());

	static Parameters of(Map<String, String> values) {
		Map<String, List<String>> lists = new LinkedHashMap<>();
		values.forEach((name, value) -> lists.put(name, List.of(value)));
		return new Parameters(Collections.unmodifiableMap(lists));
	}

	static Parameters parse(@Nullable String encoded) {
		if (encoded == null || encoded.isEmpty()) {
			return NONE;
		}
		Map<String, List<String>> values = new LinkedHashMap<>();
		for (String pair : encoded.split("&", -1)) {
			if (!pair.isEmpty()) {
				add(values, pair);
			}
		}
		return new Parameters(Collections.unmodifiableMap(values));
	}

	static Parameters parseLeniently(@Nullable String encoded) {
		try {
			return parse(encoded);
		}
		catch (RefusedException ex) {
			return NONE;
		}
	}

	private static void add(Map<String, List<String>> values, String pair) {
		int equals = pair.indexOf('=');
		String name = (equals != -1) ? pair.substring(0, equals) : pair;
		String value = (equals != -1) ? pair.substring(equals + 1) : "";
		values.computeIfAbsent(PercentCodec.decodeFormComponent(name), (key) -> new ArrayList<>())
			.add(PercentCodec.decodeFormComponent(value));
	}

	boolean has(String name) {
		return this.values.containsKey(name);
	}

	@Nullable String first(String name) {
		List<String> all = this.values.get(name);
		return (all != null) ? all.get(0) : null;
	}

	List<String> all(String name) {
		return this.values.getOrDefault(name, List.of());
	}

	/**
	 * Returns the first value of a parameter, where an empty one counts as absent.
	 * @param name the name of the parameter
	 * @return the value or {@code null}
	 */
	@Nullable String text(String name) {
		String value = first(name);
		return (value == null || value.isEmpty()) ? null : value;
	}

}
