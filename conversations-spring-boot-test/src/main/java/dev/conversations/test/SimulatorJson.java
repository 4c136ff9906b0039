package dev.conversations.test;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The simulator's own JSON.
 */
final class SimulatorJson {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private SimulatorJson() {
	}

	static byte[] write(Object value) {
		return MAPPER.writeValueAsBytes(value);
	}

	static boolean isValid(String text) {
		try {
			return !MAPPER.readTree(text).isMissingNode();
		}
		catch (JacksonException ex) {
			return false;
		}
	}

}
