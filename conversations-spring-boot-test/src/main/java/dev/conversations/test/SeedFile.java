package dev.conversations.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

	private static final Map<String, String> PARTICIPANT_PARAMETERS = Map.of("identity", FormRules.IDENTITY,
			"attributes", "Attributes", "role_sid", "RoleSid");

	private static final Map<String, String> BINDING_PARAMETERS = Map.of("address", FormRules.ADDRESS, "proxy_address",
			FormRules.PROXY_ADDRESS, "projected_address", FormRules.PROJECTED_ADDRESS);

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
			node.elements("participants").forEach((participant) -> seed.participant(parameters(participant)));
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

	private static Map<String, String> parameters(SeedNode participant) {
		participant.requireKeys("identity", "messaging_binding", "attributes", "role_sid");
		Map<String, String> parameters = new LinkedHashMap<>();
		PARTICIPANT_PARAMETERS.forEach((key, name) -> set(participant, key, (value) -> parameters.put(name, value)));
		SeedNode binding = participant.object("messaging_binding");
		if (binding != null) {
			binding.requireKeys("address", "proxy_address", "projected_address");
			BINDING_PARAMETERS.forEach((key, name) -> set(binding, key, (value) -> parameters.put(name, value)));
		}
		return parameters;
	}

}
