package dev.conversations.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Copies JSON whose form Twilio leaves open, so that nobody can change it: objects are
 * maps without their nulls, and arrays are lists.
 */
final class Bindings {

	private Bindings() {
	}

	static Map<String, Object> copyOf(@Nullable Map<?, ?> bindings) {
		if (bindings == null || bindings.isEmpty()) {
			return Collections.emptyMap();
		}
		Map<String, Object> copy = new LinkedHashMap<>();
		bindings.forEach((name, value) -> put(copy, name, value));
		return Collections.unmodifiableMap(copy);
	}

	private static void put(Map<String, Object> copy, @Nullable Object name, @Nullable Object value) {
		Object copied = copyOfValue(value);
		if (copied != null) {
			copy.put(Objects.toString(name), copied);
		}
	}

	private static @Nullable Object copyOfValue(@Nullable Object value) {
		if (value instanceof Map<?, ?> object) {
			return copyOf(object);
		}
		return (value instanceof List<?> array) ? copyOf(array) : value;
	}

	private static List<@Nullable Object> copyOf(List<?> array) {
		List<@Nullable Object> copy = new ArrayList<>(array.size());
		array.forEach((value) -> copy.add(copyOfValue(value)));
		return Collections.unmodifiableList(copy);
	}

}
