package dev.conversations.client;

/**
 * Records as Twilio sends them, with a number and attributes to be filled in.
 */
final class RecordsOfPages {

	static final String CONVERSATION = """
			{"account_sid": "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
			"chat_service_sid": "ISaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "conversation_sid": "CH%1$032d",
			"participant_sid": "MB%1$032d", "conversation_friendly_name": "Gespräch %1$d",
			"conversation_state": "active", "conversation_timers": {"date_inactive": "2015-12-16T22:19:38Z",
			"date_closed": "2015-12-16T22:28:38Z"}, "conversation_attributes": "%2$s",
			"conversation_date_created": "2015-07-30T20:00:00Z", "conversation_date_updated": "2015-07-30T20:00:00Z",
			"conversation_created_by": "system", "conversation_unique_name": "unique-%1$d",
			"participant_user_sid": null, "participant_identity": null, "participant_messaging_binding":
			{"address": "+375255555555", "proxy_address": "+12345678910", "type": "sms", "level": null, "name": null,
			"projected_address": null}, "links": {"participant":
			"https://conversations.twilio.com/v1/Conversations/CH%1$032d/Participants/MB%1$032d", "conversation":
			"https://conversations.twilio.com/v1/Conversations/CH%1$032d"}}""";

	static final String PARTICIPANT = """
			{"sid": "MB%1$032d", "account_sid": "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
			"conversation_sid": "CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "identity": null, "attributes": "%2$s",
			"messaging_binding": {"type": "sms", "address": "+3752555%1$05d", "proxy_address": "+12345678910"},
			"role_sid": "RLaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "date_created": "2015-12-16T22:18:37Z",
			"date_updated": "2015-12-16T22:18:38Z", "url":
			"https://conversations.twilio.com/v1/Conversations/CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/Participants/MB%1$032d",
			"last_read_message_index": 12, "last_read_timestamp": null}""";

	private RecordsOfPages() {
	}

}
