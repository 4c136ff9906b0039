package dev.conversations.test;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An error as Twilio answers it. Marks: [D] documented, [W] recorded in the wild, [C] the
 * simulator's choice; a status without a mark is likely, not proven.
 *
 * @param status the HTTP status
 * @param code Twilio's code
 * @param message the message
 */
record ApiError(int status, int code, String message) {

	private static final String MORE_INFO = "https://www.twilio.com/docs/errors/";

	/** [W]. */
	static final ApiError AUTHENTICATE = new ApiError(401, 20003, "Authenticate");

	/** [D]. */
	static final ApiError SUSPENDED = new ApiError(403, 20403, "Account is suspended");

	/** [D]. */
	static final ApiError METHOD_NOT_ALLOWED = new ApiError(405, 20004, "Method not allowed");

	/** [D]. */
	static final ApiError TOO_MANY_REQUESTS = new ApiError(429, 20429, "Too many requests");

	/** [W]. */
	static final ApiError NOTHING_GIVEN = new ApiError(400, 50204, "Either messaging binding or identity is required");

	static final ApiError IDENTITY_TOO_LONG = new ApiError(400, 50207, "Identity is too long");

	static final ApiError IDENTITY_IS_USER_SID = new ApiError(400, 50206, "Identity must not be a user SID");

	static final ApiError IDENTITY_AND_BINDING = new ApiError(400, 50211,
			"Identity and messaging binding cannot both be given");

	static final ApiError ATTRIBUTES_TOO_LONG = new ApiError(400, 50303, "Attributes are too long");

	/** [W]. */
	static final ApiError ATTRIBUTES_NOT_JSON = new ApiError(400, 50304, "Attributes are not valid JSON");

	static final ApiError ADDRESS_INVALID = new ApiError(400, 50407, "Messaging binding address is invalid");

	static final ApiError PROXY_INVALID = new ApiError(400, 50408, "Messaging binding proxy address is invalid");

	static final ApiError ADDRESSES_EQUAL = new ApiError(400, 50409,
			"Messaging binding address and proxy address must differ");

	static final ApiError ADDRESS_MISSING = new ApiError(400, 50411, "Messaging binding address is required");

	/** [D] the code, [C] the status. */
	static final ApiError PARTICIPANT_LIMIT = new ApiError(400, 50417, "Participants limit exceeded");

	/** [C]. */
	static final ApiError CONVERSATION_LIMIT = new ApiError(400, 50417, "Conversations limit of the user exceeded");

	/** [W]. */
	static final ApiError IDENTITY_IN_USE = new ApiError(409, 50433, "Participant already exists");

	static final ApiError NO_PROXY_TO_REMOVE = new ApiError(400, 50440,
			"Failed to remove a proxy address from a participant");

	/** [W]. */
	static final ApiError NO_ADDRESS_FOR_PROXY = new ApiError(400, 50441,
			"Failed to add a proxy address to a participant");

	static final ApiError NO_PROJECTED_TO_REMOVE = new ApiError(400, 50442,
			"Failed to remove a projected address from a participant");

	static final ApiError PROJECTED_IN_VAIN = new ApiError(400, 50443,
			"Failed to add a projected address to a participant");

	static final ApiError IDENTITY_PRESENT = new ApiError(400, 50444, "Failed to add an identity to a participant");

	static final ApiError IDENTITY_AND_ADDRESS = new ApiError(400, 50451,
			"Only one of Identity and Address can be given");

	/** [C]. */
	static final ApiError FILTER_MISSING = invalidParameter("Identity or Address is required");

	/** [C]. */
	static final ApiError PAGE_TOKEN_INVALID = new ApiError(400, 21481, "Invalid PageToken");

	/**
	 * A resource that does not exist [W].
	 * @param path the path, without the version
	 * @return the error
	 */
	static ApiError notFound(String path) {
		return new ApiError(404, 20404, "The requested resource " + path + " was not found");
	}

	/**
	 * A pair of addresses that is in use [D].
	 * @param conversationSid the conversation that holds it
	 * @return the error
	 */
	static ApiError bindingInUse(String conversationSid) {
		return new ApiError(409, 50416,
				"A binding for this participant and proxy address already exists in Conversation " + conversationSid);
	}

	/**
	 * A parameter that cannot be read and has no code of its own [C].
	 * @param message the message
	 * @return the error
	 */
	static ApiError invalidParameter(String message) {
		return new ApiError(400, 20001, message);
	}

	ApiException exception() {
		return new ApiException(this);
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
