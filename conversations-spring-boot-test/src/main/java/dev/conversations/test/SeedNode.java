package dev.conversations.test;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON object that knows its place, so that a mistake in it can be named without its
 * value, which may be personal.
 *
 * @param file the file, as it begins a message
 * @param place the place in the file
 * @param json the object
 */
record SeedNode(String file, String place, JsonNode json) {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	SeedNode {
		if (!json.isObject()) {
			throw new UsageException(file + (place.isEmpty() ? "the top level" : place) + ": must be an object");
		}
	}

	/**
	 * Parses a JSON object.
	 * @param origin how messages about it begin
	 * @param text the JSON text
	 * @return the object
	 */
	static SeedNode parse(String origin, String text) {
		try {
			return new SeedNode(origin, "", MAPPER.readTree(text));
		}
		catch (JacksonException ex) {
			TokenStreamLocation location = ex.getLocation();
			throw new UsageException("%sline %d, column %d: is not valid JSON".formatted(origin, location.getLineNr(),
					location.getColumnNr()));
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
