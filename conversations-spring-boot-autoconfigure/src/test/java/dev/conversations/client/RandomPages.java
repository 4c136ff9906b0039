package dev.conversations.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * Pages of records in which anything may be wrong. A seed always gives the same page.
 */
final class RandomPages {

	private static final List<String> TEXTS = List.of("\"\"", "\"AC1\"", "\"sms\"", "\"G\u00e4st \ud83d\ude00\"",
			"\"\\u00e4\\ud83d\\ude00\"", "\"\\ud83d\"", "\"{\\\"a\\\":\\\"\\\\\\\"\\\\n\\\"}\"", "\" \"",
			"\"a\\u0000\\t\\/\"", "\"null\"", "\"" + "long ".repeat(200) + "\"", "\"2015-07-30T20:00:00Z\"");

	private static final List<String> DATES = List.of("\"2015-07-30T20:00:00Z\"", "\"2015-07-30T20:00:00.123Z\"",
			"\"2015-07-30T22:00:00+02:00\"", "\"2015-07-30T22:00:00+0200\"", "\"\\u0032015-07-30T20:00:00Z\"", "\"\"",
			"\"2015-02-30T20:00:00Z\"");

	private static final List<String> STATES = List.of("\"active\"", "\"closed\"", "\"inactive\"", "\"initializing\"",
			"\"archived\"", "\"\"");

	private static final List<String> ODD = List.of("5", "-0", "1.5", "1e3", "12345678901234567890", "true", "false",
			"{}", "[]", "[null]", "[\"AC1\"]", "{\"value\":\"a\"}", "{\"a\":[{\"b\":null}]}", "\"yesterday\"",
			"\"2015-13-30T20:00:00Z\"", "\"2015-07-30T20:00:00\"", "\"7\"", "\" 8 \"", "\"3000000000\"", "\"1.0\"",
			"NaN", "nul", "\"\\x\"", "\"\u0001\"");

	private static final List<String> UNKNOWN = List.of("brand_new", "accountSid", "value", "", "links ", "SID",
			"\\u0073id", "\u00e4");

	private static final List<String> LISTS = List.of("participants", "conversations");

	private final Random random;

	private final double oddities;

	private RandomPages(long seed) {
		this.random = new Random(seed);
		this.oddities = this.random.nextBoolean() ? 0 : 0.02;
	}

	static String participantConversation(long seed) {
		return new RandomPages(seed).participantConversation();
	}

	static String participant(long seed) {
		return new RandomPages(seed).participant();
	}

	static String conversation(long seed) {
		return new RandomPages(seed).conversation();
	}

	static String list(long seed, String key, boolean conversations) {
		return new RandomPages(seed).list(key, conversations);
	}

	private String list(String key, boolean conversations) {
		StringBuilder records = new StringBuilder("[");
		int count = this.random.nextInt(4);
		for (int i = 0; i < count; i++) {
			records.append((i > 0) ? "," : "").append(conversations ? participantConversation() : participant());
		}
		String meta = object(new String[] { "next_page_url", "page" }, (name) -> name.equals("page") ? "0" : text());
		String list = odd(records.append("]").toString(), 4);
		return object(new String[] { key, "meta" }, (name) -> name.equals(key) ? list : odd(meta, 4))
				+ ((this.random.nextDouble() < this.oddities) ? " {}" : "");
	}

	private String participantConversation() {
		return odd(object(new String[] { "account_sid", "chat_service_sid", "participant_sid", "participant_user_sid",
				"participant_identity", "participant_messaging_binding", "conversation_sid", "conversation_unique_name",
				"conversation_friendly_name", "conversation_attributes", "conversation_date_created",
				"conversation_date_updated", "conversation_created_by", "conversation_state", "conversation_timers",
				"links" }, this::value), 1);
	}

	private String participant() {
		return odd(object(new String[] { "sid", "account_sid", "chat_service_sid", "conversation_sid", "identity",
				"attributes", "messaging_binding", "role_sid", "date_created", "date_updated", "url",
				"last_read_message_index", "last_read_timestamp" }, this::value), 1);
	}

	private String conversation() {
		return odd(object(new String[] { "sid", "account_sid", "chat_service_sid", "messaging_service_sid",
				"friendly_name", "unique_name", "attributes", "state", "date_created", "date_updated", "timers",
				"bindings", "url", "links" }, this::value), 1);
	}

	private String value(String name) {
		if (name.equals("bindings")) {
			return object(new String[] { "email", "sms" }, this::value);
		}
		if (name.equals("email")) {
			return object(new String[] { "projected_address", "name" }, this::value);
		}
		if (name.endsWith("binding")) {
			return object(new String[] { "type", "address", "proxy_address", "projected_address", "level", "name" },
					this::value);
		}
		if (name.endsWith("timers")) {
			return object(new String[] { "date_inactive", "date_closed" }, this::value);
		}
		if (name.equals("links")) {
			return object(new String[] { "participant", "conversation", "a", "b", "participant" }, this::value);
		}
		if (name.endsWith("state")) {
			return any(STATES);
		}
		if (name.endsWith("index")) {
			return Integer.toString(this.random.nextInt(100));
		}
		return name.contains("date_") ? any(DATES) : text();
	}

	private String object(String[] names, UnaryOperator<String> value) {
		StringBuilder object = new StringBuilder("{");
		List<String> shuffled = new ArrayList<>(List.of(names));
		Collections.shuffle(shuffled, this.random);
		for (String name : shuffled) {
			for (int i = count(name); i > 0; i--) {
				field(object, name, odd((this.random.nextInt(8) == 0) ? "null" : value.apply(name), 1));
			}
			if (this.random.nextInt(12) == 0) {
				field(object, any(UNKNOWN), any(ODD.subList(0, 13)));
			}
		}
		return object.append("}").toString();
	}

	/**
	 * How often a field is there. A list is not there twice, since only databind
	 * overlooks what is odd in the first.
	 */
	private int count(String name) {
		int chance = this.random.nextInt(16);
		return (chance == 0 && !LISTS.contains(name)) ? 2 : (chance < 3) ? 0 : 1;
	}

	private static void field(StringBuilder object, String name, String value) {
		object.append((object.length() > 1) ? ", " : "").append('"').append(name).append("\":").append(value);
	}

	private String odd(String usual, int times) {
		return (this.random.nextDouble() < this.oddities * times) ? any(ODD) : usual;
	}

	private String text() {
		return any(TEXTS);
	}

	private String any(List<String> values) {
		return values.get(this.random.nextInt(values.size()));
	}

}
