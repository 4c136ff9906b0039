package dev.conversations.test;

import java.util.regex.Pattern;

import dev.conversations.test.StoredParticipant.ReadHorizon;
import org.jspecify.annotations.Nullable;

/**
 * The form of an update. The literal value {@code null} removes an address [D].
 *
 * @param form the form parameters
 */
record UpdateForm(Parameters form) {

	private static final String REMOVAL = "null";

	private static final Pattern INDEX = Pattern.compile("[0-9]{1,10}");

	StoredParticipant apply(StoredParticipant participant, String now) {
		String identity = identity(participant);
		Binding binding = projectedAddress(identity, proxyAddress(participant.binding()));
		return new StoredParticipant(participant.sid(), participant.sequence(), identity, binding,
				FormRules.attributes(this.form, participant.attributes()),
				FormRules.roleSid(this.form, participant.roleSid()),
				FormRules.date(this.form, "DateCreated", participant.dateCreated()),
				FormRules.date(this.form, "DateUpdated", now), readHorizon(participant.readHorizon()));
	}

	private @Nullable String identity(StoredParticipant participant) {
		String identity = FormRules.identity(this.form);
		if (identity == null) {
			return participant.identity();
		}
		FormRules.check(participant.identity() == null, ApiError.IDENTITY_PRESENT);
		FormRules.check(participant.binding().address() == null, ApiError.IDENTITY_AND_BINDING);
		return identity;
	}

	private Binding proxyAddress(Binding binding) {
		if (REMOVAL.equals(this.form.first(FormRules.PROXY_ADDRESS))) {
			FormRules.check(binding.proxyAddress() != null, ApiError.NO_PROXY_TO_REMOVE);
			return binding.withProxyAddress(null);
		}
		String proxy = FormRules.address(this.form, FormRules.PROXY_ADDRESS, ApiError.PROXY_INVALID);
		if (proxy == null) {
			return binding;
		}
		FormRules.check(binding.address() != null, ApiError.NO_ADDRESS_FOR_PROXY);
		FormRules.check(!proxy.equals(binding.address()), ApiError.ADDRESSES_EQUAL);
		return binding.withProxyAddress(proxy);
	}

	// [C]: "in vain" is the removal of the last thing that tells who takes part, and the
	// addition to a participant with an address of its own
	private Binding projectedAddress(@Nullable String identity, Binding binding) {
		if (REMOVAL.equals(this.form.first(FormRules.PROJECTED_ADDRESS))) {
			FormRules.check(binding.projectedAddress() != null && identity != null, ApiError.NO_PROJECTED_TO_REMOVE);
			return binding.withProjectedAddress(null);
		}
		String projected = FormRules.address(this.form, FormRules.PROJECTED_ADDRESS, ApiError.ADDRESS_INVALID);
		if (projected == null) {
			return binding;
		}
		FormRules.check(binding.address() == null, ApiError.PROJECTED_IN_VAIN);
		return binding.withProjectedAddress(projected);
	}

	private ReadHorizon readHorizon(ReadHorizon before) {
		String index = this.form.text("LastReadMessageIndex");
		FormRules.check(index == null || (INDEX.matcher(index).matches() && Long.parseLong(index) <= Integer.MAX_VALUE),
				ApiError.invalidParameter("Invalid LastReadMessageIndex"));
		String timestamp = FormRules.date(this.form, "LastReadTimestamp");
		return new ReadHorizon((index != null) ? Integer.valueOf(index) : before.lastReadMessageIndex(),
				(timestamp != null) ? timestamp : before.lastReadTimestamp());
	}

	@Override
	public String toString() {
		return "UpdateForm";
	}

}
