package dev.conversations.test.faults;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ContainerNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes pages at random, as bytes or as JSON.
 */
final class PageMutator {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private static final List<String> TOKENS = List.of("null", "true", "{}", "[]", "\"\"", "0", "-1", "1e999", "1.5",
			"\"\\ud800\"", "\"null\"", "[null]", "{\"a\":{}}", "99999999999999999999", "\"\\u0000\"", "[[]]",
			"\"https://example.com/v1/ParticipantConversations?Page=1\"", "\"?Page=9\"", "\"//x\"", "\"http://[\"",
			"[".repeat(2000), "{\"a\":".repeat(600), "\"" + "x".repeat(5000) + "\"", "\r\n", "\uFEFF", ",");

	private final Random random;

	PageMutator(Random random) {
		this.random = random;
	}

	byte[] mutate(byte[] page) {
		byte[] mutated = page;
		for (int i = this.random.nextInt(3); i >= 0; i--) {
			mutated = this.random.nextBoolean() ? mutateBytes(mutated) : mutateJson(mutated);
		}
		return mutated;
	}

	byte[] mutateBytes(byte[] page) {
		int from = this.random.nextInt(page.length + 1);
		int to = Math.min(page.length, from + this.random.nextInt(1 + this.random.nextInt(100)));
		byte[] noise = new byte[this.random.nextInt(4)];
		this.random.nextBytes(noise);
		return switch (this.random.nextInt(6)) {
			case 0 -> Arrays.copyOf(page, from);
			case 1 -> replace(page, from, to, new byte[0]);
			case 2 -> replace(page, from, from, Arrays.copyOfRange(page, from, to));
			case 3 -> replace(page, from, Math.min(page.length, from + noise.length), noise);
			case 4 -> replace(page, from, to, token().getBytes(StandardCharsets.UTF_8));
			default -> flip(page, from);
		};
	}

	private static byte[] replace(byte[] page, int from, int to, byte[] replacement) {
		byte[] result = Arrays.copyOf(page, page.length - (to - from) + replacement.length);
		System.arraycopy(replacement, 0, result, from, replacement.length);
		System.arraycopy(page, to, result, from + replacement.length, page.length - to);
		return result;
	}

	private byte[] flip(byte[] page, int index) {
		byte[] result = page.clone();
		if (index < result.length) {
			result[index] ^= (byte) (1 << this.random.nextInt(8));
		}
		return result;
	}

	private String token() {
		return TOKENS.get(this.random.nextInt(TOKENS.size()));
	}

	/**
	 * Changes one value of the JSON; text that is none is changed as bytes.
	 */
	private byte[] mutateJson(byte[] page) {
		try {
			JsonNode root = MAPPER.readTree(page);
			List<ContainerNode<?>> containers = new ArrayList<>();
			collect(root, containers);
			if (containers.isEmpty()) {
				return mutateBytes(page);
			}
			change(containers.get(this.random.nextInt(containers.size())));
			return MAPPER.writeValueAsBytes(root);
		}
		catch (RuntimeException ex) {
			return mutateBytes(page);
		}
	}

	private static void collect(JsonNode node, List<ContainerNode<?>> containers) {
		if (node instanceof ContainerNode<?> container && !container.isEmpty()) {
			containers.add(container);
			container.forEach((child) -> collect(child, containers));
		}
	}

	private void change(ContainerNode<?> container) {
		JsonNode replacement = this.random.nextBoolean()
				? MAPPER.readTree("{\"v\":" + TOKENS.get(this.random.nextInt(20)) + "}").get("v")
				: container.deepCopy();
		if (container instanceof ObjectNode object) {
			List<String> names = List.copyOf(object.propertyNames());
			change(object, names.get(this.random.nextInt(names.size())), replacement);
		}
		else if (container instanceof ArrayNode array) {
			change(array, this.random.nextInt(array.size()), replacement);
		}
	}

	private void change(ObjectNode object, String name, JsonNode replacement) {
		switch (this.random.nextInt(4)) {
			case 0 -> object.remove(name);
			case 1 -> object.set(name + "_", object.remove(name));
			case 2 -> object.set("added", replacement);
			default -> object.set(name, replacement);
		}
	}

	private void change(ArrayNode array, int index, JsonNode replacement) {
		switch (this.random.nextInt(4)) {
			case 0 -> array.remove(index);
			case 1 -> array.insert(index, array.get(index).deepCopy());
			case 2 -> array.insert(index, replacement);
			default -> array.set(index, replacement);
		}
	}

}
