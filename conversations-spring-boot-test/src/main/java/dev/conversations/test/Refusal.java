package dev.conversations.test;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An error as Twilio answers it. The marks are explained in the documentation of this
 * package.
 *
 * @param status the HTTP status
 * @param code Twilio's code
 * @param message the message
 */
record Refusal(int status, int code, String message) {

	private static final String MORE_INFO = "https://www.twilio.com/docs/errors/";

	/** [W]. */
	static final Refusal AUTHENTICATE = new Refusal(401, 20003, "Authenticate");

	/** [D]. */
	static final Refusal SUSPENDED = new Refusal(403, 20403, "Account is suspended");

	/** [D]. */
	static final Refusal METHOD_NOT_ALLOWED = new Refusal(405, 20004, "Method not allowed");

	/** [C]. */
	static final Refusal TOO_LARGE = new Refusal(413, 20413, "Request is too large");

	/** [D]. */
	static final Refusal TOO_MANY_REQUESTS = new Refusal(429, 20429, "Too many requests");

	/** [W]. */
	static final Refusal NOTHING_GIVEN = new Refusal(400, 50204, "Either messaging binding or identity is required");

	static final Refusal IDENTITY_TOO_LONG = new Refusal(400, 50207, "Identity is too long");

	static final Refusal IDENTITY_IS_USER_SID = new Refusal(400, 50206, "Identity must not be a user SID");

	static final Refusal IDENTITY_AND_BINDING = new Refusal(400, 50211,
			"Identity and messaging binding cannot both be given");

	static final Refusal ATTRIBUTES_TOO_LONG = new Refusal(400, 50303, "Attributes are too long");

	/** [W]. */
	static final Refusal ATTRIBUTES_NOT_JSON = new Refusal(400, 50304, "Attributes are not valid JSON");

	static final Refusal ADDRESS_INVALID = new Refusal(400, 50407, "Messaging binding address is invalid");

	static final Refusal PROXY_INVALID = new Refusal(400, 50408, "Messaging binding proxy address is invalid");

	static final Refusal ADDRESSES_EQUAL = new Refusal(400, 50409,
			"Messaging binding address and proxy address must differ");

	static final Refusal ADDRESS_MISSING = new Refusal(400, 50411, "Messaging binding address is required");

	/** [D] the code, [C] the status. */
	static final Refusal PARTICIPANT_LIMIT = new Refusal(400, 50417, "Participants limit exceeded");

	/** [C]. */
	static final Refusal CONVERSATION_LIMIT = new Refusal(400, 50417, "Conversations limit of the user exceeded");

	/** [W]. */
	static final Refusal IDENTITY_IN_USE = new Refusal(409, 50433, "Participant already exists");

	static final Refusal NO_PROXY_TO_REMOVE = new Refusal(400, 50440,
			"Failed to remove a proxy address from a participant");

	/** [W]. */
	static final Refusal NO_ADDRESS_FOR_PROXY = new Refusal(400, 50441,
			"Failed to add a proxy address to a participant");

	static final Refusal NO_PROJECTED_TO_REMOVE = new Refusal(400, 50442,
			"Failed to remove a projected address from a participant");

	static final Refusal PROJECTED_IN_VAIN = new Refusal(400, 50443,
			"Failed to add a projected address to a participant");

	static final Refusal IDENTITY_PRESENT = new Refusal(400, 50444, "Failed to add an identity to a participant");

	static final Refusal IDENTITY_AND_ADDRESS = new Refusal(400, 50451,
			"Only one of Identity and Address can be given");

	/** [C]. */
	static final Refusal FILTER_MISSING = invalidParameter("Identity or Address is required");

	/** [C]. */
	static final Refusal PAGE_TOKEN_INVALID = new Refusal(400, 21481, "Invalid PageToken");

	/** [W]. */
	static final Refusal UNIQUE_NAME_TAKEN = new Refusal(409, 50353,
			"Conversation with provided unique name already exists");

	/** [D] the code, [C] the status. */
	static final Refusal INITIALIZING = new Refusal(409, 50386, "Conversation is initializing");

	/** [D] that it stays closed, [C] the error. */
	static final Refusal CLOSED = invalidParameter("Invalid State: a closed conversation stays closed");

	/** [D] the code. */
	static final Refusal TOO_MANY_PARTICIPANTS = new Refusal(400, 50426, "At most 10 participants can be given");

	/** [D] the code. */
	static final Refusal GROUP_PARTICIPANT_EXISTS = new Refusal(409, 50437, "Group participant already exists");

	/** [D] the code. */
	static final Refusal GROUP_EXISTS = new Refusal(409, 50438, "Group conversation already exists");

	private static final int BINDING_IN_USE = 50416;

	private static final int BINDING_OF_NEW_CONVERSATION_IN_USE = 50425;

	/**
	 * A resource that does not exist [W].
	 * @param path the path, without the version
	 * @return the error
	 */
	static Refusal notFound(String path) {
		return new Refusal(404, 20404, "The requested resource " + path + " was not found");
	}

	/**
	 * A pair of addresses that is in use [D].
	 * @param conversationSid the conversation that holds it
	 * @return the error
	 */
	static Refusal bindingInUse(String conversationSid) {
		return new Refusal(409, BINDING_IN_USE,
				"A binding for this participant and proxy address already exists in Conversation " + conversationSid);
	}

	/**
	 * Returns the refusal as it is answered where a conversation is created with
	 * participants: a binding that is in use has another code there [D].
	 * @return this refusal or its counterpart
	 */
	Refusal ofNewConversation() {
		return (this.code == BINDING_IN_USE)
				? new Refusal(this.status, BINDING_OF_NEW_CONVERSATION_IN_USE, this.message) : this;
	}

	/**
	 * A parameter that cannot be read and has no code of its own [C].
	 * @param message the message
	 * @return the error
	 */
	static Refusal invalidParameter(String message) {
		return new Refusal(400, 20001, message);
	}

	/**
	 * Ends the operation with this refusal if a condition is met.
	 * @param condition the condition
	 */
	void when(boolean condition) {
		if (condition) {
			throw exception();
		}
	}

	/**
	 * Ends the operation with this refusal if a condition is not met.
	 * @param condition the condition
	 */
	void unless(boolean condition) {
		when(!condition);
	}

	RefusedException exception() {
		return new RefusedException(this);
	}

	Map<String, @Nullable Object> body() {
		Map<String, @Nullable Object> body = new LinkedHashMap<>();
		body.put("code", this.code);
		body.put("message", this.message);
		body.put("more_info", MORE_INFO + this.code);
		body.put("status", this.status);
		return body;
	}

}
