package dev.conversations.client;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Parameters of a form, by the names that Twilio gives them, and the rules for their
 * values.
 *
 * @param values the values by name, in the order they were given
 * @param participants the participants that a conversation is created with
 */
record FormParameters(Map<String, String> values, List<FormParameters> participants) {

	private static final String PARTICIPANT = "Participant";

	static final String IDENTITY = "Identity";

	static final String ADDRESS = "MessagingBinding.Address";

	static final String PROXY_ADDRESS = "MessagingBinding.ProxyAddress";

	static final String PROJECTED_ADDRESS = "MessagingBinding.ProjectedAddress";

	static final String ATTRIBUTES = "Attributes";

	static final String ROLE_SID = "RoleSid";

	static final String DATE_CREATED = "DateCreated";

	static final String DATE_UPDATED = "DateUpdated";

	static final String LAST_READ_MESSAGE_INDEX = "LastReadMessageIndex";

	static final String LAST_READ_TIMESTAMP = "LastReadTimestamp";

	/**
	 * The literal value that removes an address.
	 */
	static final String REMOVE = "null";

	private static final int KILOBYTE = 1024;

	FormParameters {
		values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
		participants = List.copyOf(participants);
	}

	static FormParameters empty() {
		return new FormParameters(Collections.emptyMap(), Collections.emptyList());
	}

	FormParameters with(String name, String value) {
		Map<String, String> changed = new LinkedHashMap<>(this.values);
		changed.put(name, value);
		return new FormParameters(changed, this.participants);
	}

	FormParameters withParticipants(List<FormParameters> participants) {
		return new FormParameters(this.values, participants);
	}

	/**
	 * Returns all values, those of the participants included, which a server may repeat
	 * with the escapes of their JSON.
	 */
	List<String> allValues() {
		List<String> all = new ArrayList<>(this.values.values());
		for (FormParameters participant : this.participants) {
			all.addAll(participant.allValues());
			participant.values.values().stream().map(ParticipantJson::escape).forEach(all::add);
		}
		return all.stream().distinct().toList();
	}

	/**
	 * Returns the parameters as they are sent.
	 */
	MultiValueMap<String, String> toFormData() {
		MultiValueMap<String, String> formData = new LinkedMultiValueMap<>();
		formData.setAll(this.values);
		this.participants
			.forEach((participant) -> formData.add(PARTICIPANT, ParticipantJson.write(participant.values)));
		return formData;
	}

	/**
	 * Returns a copy with an identity. That of a user is no identity of a participant.
	 */
	FormParameters withIdentity(@Nullable String identity) {
		String checked = Arguments.identity("identity", identity);
		Assert.isTrue(!Sid.is(Sid.USER, checked), "'identity' must not be the SID of a user");
		return with(IDENTITY, checked);
	}

	/**
	 * Returns a copy with an address. The word that removes one is refused, since removal
	 * has a method of its own.
	 */
	FormParameters withAddress(String name, @Nullable String value, String argument) {
		String address = Arguments.address(argument, value);
		Assert.isTrue(!address.equals(REMOVE), () -> "'" + argument + "' must be an address");
		return with(name, address);
	}

	/**
	 * Returns a copy with attributes.
	 * @param maxKilobytes how long they may be: 4 for a participant, 16 for a
	 * conversation
	 */
	FormParameters withAttributes(@Nullable String attributes, int maxKilobytes) {
		String text = Arguments.text("attributes", attributes);
		Assert.isTrue(text.length() <= maxKilobytes * KILOBYTE,
				() -> "'attributes' must not be longer than " + maxKilobytes + " KB");
		Assert.isTrue(Json.isValid(text), "'attributes' must be valid JSON");
		return with(ATTRIBUTES, text);
	}

	FormParameters withSid(String name, String prefix, @Nullable String value, String argument) {
		return with(name, Sid.check(argument, prefix, value));
	}

	/**
	 * Returns a copy with a date, in whole seconds.
	 */
	FormParameters with(String name, Instant value, String argument) {
		Assert.notNull(value, () -> "'" + argument + "' must not be null");
		return with(name, value.truncatedTo(ChronoUnit.SECONDS).toString());
	}

	/**
	 * Returns names without values, since most values are personal.
	 */
	@Override
	public String toString() {
		return this.values.keySet().toString();
	}

}
