package dev.conversations.client;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.util.Assert;

/**
 * Parameters of a form, by the names that Twilio gives them.
 *
 * @param values the values by name, in the order they were given
 */
record FormParameters(Map<String, String> values) {

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

	FormParameters {
		values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
	}

	static FormParameters empty() {
		return new FormParameters(Collections.emptyMap());
	}

	FormParameters with(String name, String value) {
		Map<String, String> changed = new LinkedHashMap<>(this.values);
		changed.put(name, value);
		return new FormParameters(changed);
	}

	FormParameters with(String name, Instant value, String argument) {
		Assert.notNull(value, () -> "'" + argument + "' must not be null");
		return with(name, value.truncatedTo(ChronoUnit.SECONDS).toString());
	}

	/**
	 * Names without values, since most values are personal.
	 */
	@Override
	public String toString() {
		return this.values.keySet().toString();
	}

}
