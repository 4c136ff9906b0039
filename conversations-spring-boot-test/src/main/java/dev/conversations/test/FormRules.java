package dev.conversations.test;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Checks of single form parameters.
 */
final class FormRules {

	static final String IDENTITY = "Identity";

	static final String ADDRESS = "MessagingBinding.Address";

	static final String PROXY_ADDRESS = "MessagingBinding.ProxyAddress";

	static final String PROJECTED_ADDRESS = "MessagingBinding.ProjectedAddress";

	static final int ATTRIBUTES_MAXIMUM = 4 * 1024;

	static final int CONVERSATION_ATTRIBUTES_MAXIMUM = 16 * 1024;

	private static final int IDENTITY_MAXIMUM = 256;

	private static final Pattern ADDRESS_FORMAT = Pattern
		.compile("(whatsapp:)?\\+[1-9][0-9]{1,14}|(?!whatsapp:)[a-z]+:\\S+");

	private FormRules() {
	}

	static @Nullable String identity(Parameters form) {
		String identity = form.text(IDENTITY);
		if (identity != null) {
			Refusal.IDENTITY_TOO_LONG.when(identity.codePointCount(0, identity.length()) > IDENTITY_MAXIMUM);
			Refusal.IDENTITY_IS_USER_SID.when(Sids.isSid("US", identity));
		}
		return identity;
	}

	static @Nullable String address(Parameters form, String name, Refusal refusal) {
		String address = form.text(name);
		refusal.unless(address == null || ADDRESS_FORMAT.matcher(address).matches());
		return address;
	}

	/**
	 * Returns the attributes. Their length is counted in bytes of UTF-8 [C].
	 * @param form the form
	 * @param maximum the highest number of bytes
	 * @param absent what to return if none are given
	 * @return the attributes as JSON text
	 */
	static String attributes(Parameters form, int maximum, String absent) {
		String attributes = form.first("Attributes");
		if (attributes == null) {
			return absent;
		}
		Refusal.ATTRIBUTES_TOO_LONG.when(attributes.getBytes(StandardCharsets.UTF_8).length > maximum);
		Refusal.ATTRIBUTES_NOT_JSON.unless(SimulatorJson.isValid(attributes));
		return attributes;
	}

	static @Nullable String roleSid(Parameters form, @Nullable String absent) {
		String roleSid = form.text("RoleSid");
		Refusal.invalidParameter("Invalid RoleSid").unless(roleSid == null || Sids.isSid("RL", roleSid));
		return (roleSid != null) ? roleSid : absent;
	}

	static Instant date(Parameters form, String name, Instant absent) {
		Instant date = date(form, name);
		return (date != null) ? date : absent;
	}

	static @Nullable Instant date(Parameters form, String name) {
		String date = form.text(name);
		try {
			return (date != null) ? OffsetDateTime.parse(date).toInstant() : null;
		}
		catch (DateTimeException ex) {
			throw Refusal.invalidParameter("Invalid " + name).exception();
		}
	}

}
