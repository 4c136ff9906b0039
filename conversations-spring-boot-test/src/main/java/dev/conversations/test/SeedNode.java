package dev.conversations.test;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A JSON object that knows its place, so that a mistake in it can be named without its
 * value, which may be personal.
 *
 * @param file the file, as it begins a message
 * @param place the place in the file
 * @param json the object
 */
record SeedNode(String file, String place, JsonNode json) {

	SeedNode {
		if (!json.isObject()) {
			throw new UsageException(file + (place.isEmpty() ? "the top level" : place) + ": must be an object");
		}
	}

	void requireKeys(String... keys) {
		Set<String> known = Set.of(keys);
		for (String key : this.json.propertyNames()) {
			if (!known.contains(key)) {
				throw refuse(key + ": is not a known key");
			}
		}
	}

	@Nullable String text(String key) {
		JsonNode value = this.json.path(key);
		if (value.isMissingNode() || value.isNull()) {
			return null;
		}
		if (!value.isString()) {
			throw refuse(key + ": must be text");
		}
		return value.stringValue();
	}

	@Nullable SeedNode object(String key) {
		JsonNode value = this.json.path(key);
		return (value.isMissingNode() || value.isNull()) ? null : new SeedNode(this.file, child(key), value);
	}

	List<SeedNode> elements(String key) {
		JsonNode value = this.json.path(key);
		if (!value.isArray()) {
			throw refuse(key + ": must be an array");
		}
		return IntStream.range(0, value.size())
			.mapToObj((i) -> new SeedNode(this.file, "%s[%d]".formatted(child(key), i), value.get(i)))
			.toList();
	}

	UsageException refuse(@Nullable String problem) {
		return new UsageException(this.file + (this.place.isEmpty() ? "" : this.place + '.') + problem);
	}

	private String child(String key) {
		return this.place.isEmpty() ? key : this.place + '.' + key;
	}

	@Override
	public String toString() {
		return this.place;
	}

}
