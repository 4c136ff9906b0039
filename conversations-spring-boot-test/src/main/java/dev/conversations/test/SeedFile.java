package dev.conversations.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.json.JsonMapper;

/**
 * Conversations in a JSON file, with keys as in the API.
 *
 * @param conversations the conversations
 */
record SeedFile(List<SeedNode> conversations) {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	private static final Set<String> STATES = Set.of("initializing", "inactive", "active", "closed");

	static SeedFile read(Path path) {
		try {
			SeedNode root = new SeedNode(path + ": ", "", MAPPER.readTree(Files.readString(path)));
			root.requireKeys("conversations");
			return new SeedFile(root.elements("conversations"));
		}
		catch (IOException ex) {
			throw new UsageException(path + ": cannot be read");
		}
		catch (JacksonException ex) {
			TokenStreamLocation location = ex.getLocation();
			throw new UsageException("%s: line %d, column %d: is not valid JSON".formatted(path, location.getLineNr(),
					location.getColumnNr()));
		}
	}

	void addTo(ConversationsSimulator simulator) {
		this.conversations.forEach((node) -> add(simulator.conversation(), node));
	}

	private static void add(ConversationSeed seed, SeedNode node) {
		node.requireKeys("sid", "unique_name", "friendly_name", "state", "attributes", "chat_service_sid",
				"participants");
		try {
			set(node, "sid", seed::sid);
			set(node, "unique_name", seed::uniqueName);
			set(node, "friendly_name", seed::friendlyName);
			set(node, "state", (state) -> seed.state(requireState(state)));
			set(node, "attributes", seed::attributes);
			set(node, "chat_service_sid", seed::chatServiceSid);
			node.elements("participants").forEach((participant) -> seed.participant(ParticipantJson.parameters(participant)));
			seed.add();
		}
		catch (IllegalArgumentException ex) {
			throw node.refuse(ex.getMessage());
		}
	}

	private static void set(SeedNode node, String key, Consumer<String> setter) {
		String value = node.text(key);
		if (value != null) {
			setter.accept(value);
		}
	}

	private static String requireState(String state) {
		if (!STATES.contains(state)) {
			throw new IllegalArgumentException("state: must be one of initializing, inactive, active and closed");
		}
		return state;
	}

}
