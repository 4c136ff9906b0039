package dev.conversations.test;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
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

	private static final int ATTRIBUTES_MAXIMUM = 4 * 1024;

	private static final int IDENTITY_MAXIMUM = 256;

	private static final Pattern ADDRESS_FORMAT = Pattern
		.compile("(whatsapp:)?\\+[1-9][0-9]{1,14}|(?!whatsapp:)[a-z]+:\\S+");

	private FormRules() {
	}

	static @Nullable String identity(Parameters form) {
		String identity = form.text(IDENTITY);
		if (identity != null) {
			check(identity.codePointCount(0, identity.length()) <= IDENTITY_MAXIMUM, ApiError.IDENTITY_TOO_LONG);
			check(!Sids.isSid("US", identity), ApiError.IDENTITY_IS_USER_SID);
		}
		return identity;
	}

	static @Nullable String address(Parameters form, String name, ApiError error) {
		String address = form.text(name);
		check(address == null || ADDRESS_FORMAT.matcher(address).matches(), error);
		return address;
	}

	/**
	 * Returns the attributes. Their length is counted in bytes of UTF-8 [C].
	 * @param form the form
	 * @param absent what to return if none are given
	 * @return the attributes as JSON text
	 */
	static String attributes(Parameters form, String absent) {
		String attributes = form.first("Attributes");
		if (attributes == null) {
			return absent;
		}
		check(attributes.getBytes(StandardCharsets.UTF_8).length <= ATTRIBUTES_MAXIMUM, ApiError.ATTRIBUTES_TOO_LONG);
		check(Json.isValid(attributes), ApiError.ATTRIBUTES_NOT_JSON);
		return attributes;
	}

	static @Nullable String roleSid(Parameters form, @Nullable String absent) {
		String roleSid = form.text("RoleSid");
		check(roleSid == null || Sids.isSid("RL", roleSid), ApiError.invalidParameter("Invalid RoleSid"));
		return (roleSid != null) ? roleSid : absent;
	}

	static String date(Parameters form, String name, String absent) {
		String date = date(form, name);
		return (date != null) ? date : absent;
	}

	static @Nullable String date(Parameters form, String name) {
		String date = form.text(name);
		try {
			return (date != null) ? Dates.write(OffsetDateTime.parse(date).toInstant()) : null;
		}
		catch (DateTimeException ex) {
			throw ApiError.invalidParameter("Invalid " + name).exception();
		}
	}

	static void check(boolean condition, ApiError error) {
		if (!condition) {
			throw error.exception();
		}
	}

}
