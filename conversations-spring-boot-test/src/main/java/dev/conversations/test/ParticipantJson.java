package dev.conversations.test;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A participant as a JSON object, with keys as in the API: in the form of a conversation
 * that is created with participants [W], and in a seed.
 */
final class ParticipantJson {

	private static final Map<String, String> PARAMETERS = Map.of("identity", FormRules.IDENTITY, "attributes",
			"Attributes", "role_sid", "RoleSid");

	private static final Map<String, String> BINDING_PARAMETERS = Map.of("address", FormRules.ADDRESS, "proxy_address",
			FormRules.PROXY_ADDRESS, "projected_address", FormRules.PROJECTED_ADDRESS);

	private ParticipantJson() {
	}

	/**
	 * Reads a participant of a form. What cannot be read is refused [C].
	 * @param text the JSON text
	 * @return the form of the participant's creation
	 */
	static CreateForm read(String text) {
		try {
			return new CreateForm(Parameters.of(parameters(SeedNode.parse("", text))));
		}
		catch (UsageException ex) {
			throw Refusal.invalidParameter("Invalid Participant").exception();
		}
	}

	/**
	 * Returns the form parameters that create a participant.
	 * @param participant the JSON object
	 * @return the parameters
	 */
	static Map<String, String> parameters(SeedNode participant) {
		participant.requireKeys("identity", "messaging_binding", "attributes", "role_sid");
		Map<String, String> parameters = new LinkedHashMap<>();
		PARAMETERS.forEach((key, name) -> set(participant, key, (value) -> parameters.put(name, value)));
		SeedNode binding = participant.object("messaging_binding");
		if (binding != null) {
			binding.requireKeys("address", "proxy_address", "projected_address");
			BINDING_PARAMETERS.forEach((key, name) -> set(binding, key, (value) -> parameters.put(name, value)));
		}
		return parameters;
	}

	private static void set(SeedNode node, String key, Consumer<String> setter) {
		String value = node.text(key);
		if (value != null) {
			setter.accept(value);
		}
	}

}
