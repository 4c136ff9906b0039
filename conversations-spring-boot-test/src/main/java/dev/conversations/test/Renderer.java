package dev.conversations.test;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Writes resources as Twilio does. Members that a service's path adds are a fact of the
 * API; URLs are on the simulator's own base URL, so that any client can follow them.
 *
 * @param accountSid the SID of the account
 * @param baseUrl the simulator's base URL
 * @param inService whether the path of the request is that of a service
 */
record Renderer(String accountSid, String baseUrl, boolean inService) {

	private static final int CAPACITY = 32;

	Map<String, @Nullable Object> conversation(ConversationDetails conversation) {
		ConversationContent content = conversation.content();
		Map<String, @Nullable Object> body = new LinkedHashMap<>(CAPACITY);
		body.put("account_sid", this.accountSid);
		body.put("chat_service_sid", conversation.serviceSid());
		body.put("messaging_service_sid", content.messagingServiceSid());
		body.put("sid", conversation.sid());
		body.put("friendly_name", content.friendlyName());
		body.put("unique_name", content.uniqueName());
		body.put("attributes", content.attributes());
		body.put("state", conversation.state());
		body.put("date_created", Dates.write(conversation.dateCreated()));
		body.put("date_updated", Dates.write(conversation.dateUpdated()));
		body.put("timers", timers(conversation.timers()));
		body.put("bindings", bindings(content.email()));
		String url = conversationUrl(conversation);
		body.put("url", url);
		Map<String, String> links = new LinkedHashMap<>();
		links.put("participants", url + "/Participants");
		links.put("messages", url + "/Messages");
		links.put("webhooks", url + "/Webhooks");
		body.put("links", links);
		return body;
	}

	private static Map<String, Object> bindings(ConversationContent.EmailBinding email) {
		Map<String, Object> members = new LinkedHashMap<>();
		putPresent(members, "projected_address", email.address());
		putPresent(members, "name", email.name());
		return members.isEmpty() ? Map.of() : Map.of("email", members);
	}

	Map<String, @Nullable Object> participant(ConversationDetails conversation, StoredParticipant participant) {
		Map<String, @Nullable Object> body = new LinkedHashMap<>(CAPACITY);
		body.put("account_sid", this.accountSid);
		if (this.inService) {
			body.put("chat_service_sid", conversation.serviceSid());
		}
		body.put("conversation_sid", conversation.sid());
		body.put("sid", participant.sid());
		body.put("identity", participant.identity());
		body.put("attributes", participant.attributes());
		body.put("messaging_binding", presentMembers(participant.binding()));
		body.put("role_sid", participant.roleSid());
		body.put("date_created", Dates.write(participant.dateCreated()));
		body.put("date_updated", Dates.write(participant.dateUpdated()));
		body.put("url", participantUrl(conversation, participant));
		body.put("last_read_message_index", participant.readHorizon().lastReadMessageIndex());
		body.put("last_read_timestamp", Dates.write(participant.readHorizon().lastReadTimestamp()));
		return body;
	}

	Map<String, @Nullable Object> participantConversation(Membership membership) {
		ConversationDetails conversation = membership.conversation();
		StoredParticipant participant = membership.participant();
		Map<String, @Nullable Object> body = new LinkedHashMap<>(CAPACITY);
		body.put("account_sid", this.accountSid);
		body.put("chat_service_sid", conversation.serviceSid());
		body.put("conversation_sid", conversation.sid());
		body.put("participant_sid", participant.sid());
		body.put("conversation_friendly_name", conversation.content().friendlyName());
		body.put("conversation_state", conversation.state());
		body.put("conversation_timers", timers(conversation.timers()));
		body.put("conversation_attributes", conversation.content().attributes());
		body.put("conversation_date_created", Dates.write(conversation.dateCreated()));
		body.put("conversation_date_updated", Dates.write(conversation.dateUpdated()));
		body.put("conversation_created_by", conversation.createdBy());
		body.put("conversation_unique_name", conversation.content().uniqueName());
		body.put("participant_user_sid", userSid(conversation, participant));
		body.put("participant_identity", participant.identity());
		body.put("participant_messaging_binding", allMembers(participant.binding()));
		Map<String, String> links = new LinkedHashMap<>();
		links.put("participant", participantUrl(conversation, participant));
		links.put("conversation", conversationUrl(conversation));
		body.put("links", links);
		return body;
	}

	private static @Nullable String userSid(ConversationDetails conversation, StoredParticipant participant) {
		return (participant.identity() != null) ? Sids.user(conversation.serviceSid(), participant.identity()) : null;
	}

	private static Map<String, Object> timers(Timers timers) {
		Map<String, Object> body = new LinkedHashMap<>();
		putPresent(body, "date_inactive", Dates.write(timers.dateInactive()));
		putPresent(body, "date_closed", Dates.write(timers.dateClosed()));
		return body;
	}

	private static @Nullable Map<String, Object> presentMembers(Binding binding) {
		if (binding.isEmpty()) {
			return null;
		}
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("type", binding.type());
		putPresent(body, "address", binding.address());
		putPresent(body, "proxy_address", binding.proxyAddress());
		putPresent(body, "projected_address", binding.projectedAddress());
		return body;
	}

	// [C]: null for a chat participant, as in the participant itself
	private static @Nullable Map<String, @Nullable Object> allMembers(Binding binding) {
		if (binding.isEmpty()) {
			return null;
		}
		Map<String, @Nullable Object> body = new LinkedHashMap<>();
		body.put("address", binding.address());
		body.put("proxy_address", binding.proxyAddress());
		body.put("type", binding.type());
		body.put("level", null);
		body.put("name", null);
		body.put("projected_address", binding.projectedAddress());
		return body;
	}

	private static void putPresent(Map<String, Object> body, String name, @Nullable Object value) {
		if (value != null) {
			body.put(name, value);
		}
	}

	private String participantUrl(ConversationDetails conversation, StoredParticipant participant) {
		return conversationUrl(conversation) + "/Participants/" + participant.sid();
	}

	private String conversationUrl(ConversationDetails conversation) {
		String service = this.inService ? "/Services/" + conversation.serviceSid() : "";
		return this.baseUrl + "/v1" + service + "/Conversations/" + conversation.sid();
	}

}
