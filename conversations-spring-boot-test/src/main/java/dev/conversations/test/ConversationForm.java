package dev.conversations.test;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;

import dev.conversations.test.ConversationContent.EmailBinding;
import org.jspecify.annotations.Nullable;

/**
 * The form of the creation or the update of a conversation. A parameter that is empty
 * counts as absent [C].
 *
 * @param form the form parameters
 */
record ConversationForm(Parameters form) {

	private static final int NAME_MAXIMUM = 256;

	private static final Duration INACTIVE_MINIMUM = Duration.ofMinutes(1);

	private static final Duration CLOSED_MINIMUM = Duration.ofMinutes(10);

	private static final Set<String> STATES = Set.of(ConversationDetails.ACTIVE, ConversationDetails.INACTIVE,
			ConversationDetails.CLOSED);

	ConversationDetails create(String sid, String serviceSid, Instant now) {
		String state = state(ConversationDetails.ACTIVE);
		Timers timers = timers(Timers.NONE).started(now).in(state);
		return new ConversationDetails(sid, serviceSid, content(ConversationContent.EMPTY), "system",
				FormRules.date(this.form, "DateCreated", now), FormRules.date(this.form, "DateUpdated", now), state,
				timers);
	}

	ConversationDetails apply(ConversationDetails before, Instant now) {
		String state = state(before.state());
		Refusal.CLOSED.when(before.isClosed() && !state.equals(ConversationDetails.CLOSED));
		Timers timers = timers(before.timers());
		return new ConversationDetails(before.sid(), before.serviceSid(), content(before.content()), before.createdBy(),
				FormRules.date(this.form, "DateCreated", before.dateCreated()), before.dateUpdated(), before.state(),
				timers.equals(before.timers()) ? timers : timers.started(now))
			.withState(state, FormRules.date(this.form, "DateUpdated", now));
	}

	private ConversationContent content(ConversationContent before) {
		EmailBinding email = new EmailBinding(text("Bindings.Email.Address", before.email().address()),
				text("Bindings.Email.Name", before.email().name()));
		return new ConversationContent(name("UniqueName", before.uniqueName()),
				name("FriendlyName", before.friendlyName()),
				FormRules.attributes(this.form, FormRules.CONVERSATION_ATTRIBUTES_MAXIMUM, before.attributes()),
				messagingServiceSid(before.messagingServiceSid()), email);
	}

	private @Nullable String text(String name, @Nullable String absent) {
		String text = this.form.text(name);
		return (text != null) ? text : absent;
	}

	private @Nullable String name(String name, @Nullable String absent) {
		String text = text(name, absent);
		Refusal.invalidParameter(name + " is too long")
			.when(text != null && text.codePointCount(0, text.length()) > NAME_MAXIMUM);
		return text;
	}

	private @Nullable String messagingServiceSid(@Nullable String absent) {
		String sid = text("MessagingServiceSid", absent);
		Refusal.invalidParameter("Invalid MessagingServiceSid").unless(sid == null || Sids.isSid("MG", sid));
		return sid;
	}

	private String state(String absent) {
		String state = this.form.text("State");
		Refusal.invalidParameter("Invalid State").unless(state == null || STATES.contains(state));
		return (state != null) ? state : absent;
	}

	private Timers timers(Timers before) {
		Duration inactiveAfter = duration("Timers.Inactive", INACTIVE_MINIMUM);
		Duration closedAfter = duration("Timers.Closed", CLOSED_MINIMUM);
		Timers changed = (inactiveAfter != null) ? before.withInactiveAfter(inactiveAfter) : before;
		return (closedAfter != null) ? changed.withClosedAfter(closedAfter) : changed;
	}

	private @Nullable Duration duration(String name, Duration minimum) {
		String text = this.form.text(name);
		try {
			Duration duration = (text != null) ? Duration.parse(text) : null;
			Refusal.invalidParameter(name + " is too short").when(duration != null && duration.compareTo(minimum) < 0);
			return duration;
		}
		catch (DateTimeParseException ex) {
			throw Refusal.invalidParameter("Invalid " + name).exception();
		}
	}

	@Override
	public String toString() {
		return "ConversationForm";
	}

}
