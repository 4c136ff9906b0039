package dev.conversations.benchmarks;

import java.util.HexFormat;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records as Twilio writes them, with all fields, names in several scripts, and
 * attributes whose quotes and line breaks are escaped twice.
 */
final class RecordTexts {

	private static final String[] NAMES = { "Rückfrage Zürich", "Zamówienie – Kraków", "Замова Київ", "配送 東京",
			"Order 4711" };

	private static final String NOTE = "Rückruf \\\"bald\\\", Größe 3\\n für Frau Müller; ";

	private final JsonMapper mapper = JsonMapper.shared();

	private final String attributes;

	RecordTexts(int attributes) {
		this.attributes = attributes(attributes);
	}

	/**
	 * JSON text of an exact length.
	 */
	private static String attributes(int length) {
		String head = "{\"notes\":\"";
		String tail = "\"}";
		int rest = length - head.length() - tail.length();
		return (rest < 0) ? "{}" : head + NOTE.repeat(rest / NOTE.length()) + "x".repeat(rest % NOTE.length()) + tail;
	}

	ObjectNode conversation(int number) {
		boolean chat = number % 3 != 0;
		String conversation = sid("CH", number);
		String participant = sid("MB", number);
		ObjectNode node = this.mapper.createObjectNode()
			.put("account_sid", sid("AC", 0))
			.put("chat_service_sid", sid("IS", 0))
			.put("participant_sid", participant)
			.put("participant_user_sid", chat ? sid("US", 0) : null)
			.put("participant_identity", chat ? "zoë.müller@example.com" : null)
			.put("conversation_sid", conversation)
			.put("conversation_unique_name", "order-" + (100_000 + number))
			.put("conversation_friendly_name", NAMES[number % NAMES.length])
			.put("conversation_attributes", this.attributes)
			.put("conversation_date_created", date(number))
			.put("conversation_date_updated", date(number + 1))
			.put("conversation_created_by", "system")
			.put("conversation_state", (number % 4 != 0) ? "active" : "closed");
		node.set("participant_messaging_binding", chat ? null : binding());
		ObjectNode timers = node.putObject("conversation_timers");
		if (number % 5 != 0) {
			timers.put("date_inactive", date(number + 2)).put("date_closed", date(number + 3));
		}
		node.putObject("links")
			.put("participant", url(conversation, participant))
			.put("conversation", "https://conversations.twilio.com/v1/Conversations/" + conversation);
		return node;
	}

	ObjectNode participant(int number) {
		boolean chat = number % 3 != 0;
		ObjectNode node = this.mapper.createObjectNode()
			.put("sid", sid("MB", number))
			.put("account_sid", sid("AC", 0))
			.put("chat_service_sid", sid("IS", 0))
			.put("conversation_sid", sid("CH", 0))
			.put("identity", chat ? "zoë.müller." + number + "@example.com" : null)
			.put("attributes", this.attributes)
			.put("role_sid", sid("RL", 0))
			.put("date_created", date(number))
			.put("date_updated", date(number + 1))
			.put("url", url(sid("CH", 0), sid("MB", number)))
			.put("last_read_message_index", chat ? number : null)
			.put("last_read_timestamp", chat ? date(number + 2) : null);
		node.set("messaging_binding", chat ? null : binding());
		return node;
	}

	private ObjectNode binding() {
		return this.mapper.createObjectNode()
			.put("type", "whatsapp")
			.put("address", "whatsapp:+375255555555")
			.put("proxy_address", "whatsapp:+12345678910")
			.putNull("projected_address")
			.putNull("level")
			.put("name", "Zoë Müller");
	}

	private static String url(String conversation, String participant) {
		return "https://conversations.twilio.com/v1/Conversations/" + conversation + "/Participants/" + participant;
	}

	private static String sid(String prefix, int number) {
		return prefix + "0123456789abcdef01234567" + HexFormat.of().toHexDigits(number);
	}

	private static String date(int number) {
		return "2026-03-%02dT%02d:15:%02dZ".formatted(1 + number % 28, number % 24, number % 60);
	}

}
