package dev.conversations.client;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.springframework.util.Assert;

/**
 * Rules for the parameters of a conversation, which are the same when it is created and
 * when it is updated.
 */
final class ConversationForm {

	private static final String FRIENDLY_NAME = "FriendlyName";

	private static final String UNIQUE_NAME = "UniqueName";

	private static final String MESSAGING_SERVICE_SID = "MessagingServiceSid";

	private static final String STATE = "State";

	private static final String INACTIVE_TIMER = "Timers.Inactive";

	private static final String CLOSED_TIMER = "Timers.Closed";

	private static final String EMAIL_ADDRESS = "Bindings.Email.Address";

	private static final String EMAIL_NAME = "Bindings.Email.Name";

	private static final int MAX_NAME_LENGTH = 256;

	private static final int MAX_ATTRIBUTES_KILOBYTES = 16;

	private static final Duration MIN_INACTIVE = Duration.ofMinutes(1);

	private static final Duration MIN_CLOSED = Duration.ofMinutes(10);

	private ConversationForm() {
	}

	static FormParameters withFriendlyName(FormParameters form, String friendlyName) {
		String text = Arguments.text("friendlyName", friendlyName);
		Assert.isTrue(text.codePointCount(0, text.length()) <= MAX_NAME_LENGTH,
				() -> "'friendlyName' must not be longer than " + MAX_NAME_LENGTH + " characters");
		return form.with(FRIENDLY_NAME, text);
	}

	static FormParameters withUniqueName(FormParameters form, String uniqueName) {
		return form.with(UNIQUE_NAME, Arguments.pathSegment("uniqueName", uniqueName));
	}

	static FormParameters withAttributes(FormParameters form, String attributes) {
		return form.withAttributes(attributes, MAX_ATTRIBUTES_KILOBYTES);
	}

	static FormParameters withMessagingServiceSid(FormParameters form, String messagingServiceSid) {
		return form.withSid(MESSAGING_SERVICE_SID, Sid.MESSAGING_SERVICE, messagingServiceSid, "messagingServiceSid");
	}

	static FormParameters withState(FormParameters form, ConversationState state) {
		Assert.notNull(state, "'state' must not be null");
		return form.with(STATE, Arguments.text("state", state.value()));
	}

	static FormParameters withInactiveAfter(FormParameters form, Duration inactiveAfter) {
		return form.with(INACTIVE_TIMER, timer("inactiveAfter", inactiveAfter, MIN_INACTIVE, "1 minute"));
	}

	static FormParameters withClosedAfter(FormParameters form, Duration closedAfter) {
		return form.with(CLOSED_TIMER, timer("closedAfter", closedAfter, MIN_CLOSED, "10 minutes"));
	}

	private static String timer(String name, Duration value, Duration min, String rule) {
		Assert.notNull(value, () -> "'" + name + "' must not be null");
		Assert.isTrue(value.compareTo(min) >= 0, () -> "'" + name + "' must be at least " + rule);
		Arguments.time(name, value);
		return value.truncatedTo(ChronoUnit.SECONDS).toString();
	}

	static FormParameters withEmailBinding(FormParameters form, String address, String name) {
		return form.with(EMAIL_ADDRESS, Arguments.text("address", address))
			.with(EMAIL_NAME, Arguments.text("name", name));
	}

	static FormParameters withDateCreated(FormParameters form, Instant dateCreated) {
		return form.with(FormParameters.DATE_CREATED, dateCreated, "dateCreated");
	}

	static FormParameters withDateUpdated(FormParameters form, Instant dateUpdated) {
		return form.with(FormParameters.DATE_UPDATED, dateUpdated, "dateUpdated");
	}

}
