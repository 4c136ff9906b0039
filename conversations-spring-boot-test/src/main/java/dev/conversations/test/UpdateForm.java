package dev.conversations.test;

import java.time.Instant;
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

	StoredParticipant apply(StoredParticipant participant, Instant now) {
		String identity = identity(participant);
		Binding binding = projectedAddress(identity, proxyAddress(participant.binding()));
		return new StoredParticipant(participant.sid(), participant.sequence(), identity, binding,
				FormRules.attributes(this.form, FormRules.ATTRIBUTES_MAXIMUM, participant.attributes()),
				FormRules.roleSid(this.form, participant.roleSid()),
				FormRules.date(this.form, "DateCreated", participant.dateCreated()),
				FormRules.date(this.form, "DateUpdated", now), readHorizon(participant.readHorizon()));
	}

	private @Nullable String identity(StoredParticipant participant) {
		String identity = FormRules.identity(this.form);
		if (identity == null) {
			return participant.identity();
		}
		Refusal.IDENTITY_PRESENT.unless(participant.identity() == null);
		Refusal.IDENTITY_AND_BINDING.unless(participant.binding().address() == null);
		return identity;
	}

	private Binding proxyAddress(Binding binding) {
		if (REMOVAL.equals(this.form.first(FormRules.PROXY_ADDRESS))) {
			Refusal.NO_PROXY_TO_REMOVE.unless(binding.proxyAddress() != null);
			return binding.withProxyAddress(null);
		}
		String proxy = FormRules.address(this.form, FormRules.PROXY_ADDRESS, Refusal.PROXY_INVALID);
		if (proxy == null) {
			return binding;
		}
		Refusal.NO_ADDRESS_FOR_PROXY.unless(binding.address() != null);
		Refusal.ADDRESSES_EQUAL.when(proxy.equals(binding.address()));
		return binding.withProxyAddress(proxy);
	}

	// [C]: "in vain" is the removal of the last thing that tells who takes part, and the
	// addition to a participant with an address of its own
	private Binding projectedAddress(@Nullable String identity, Binding binding) {
		if (REMOVAL.equals(this.form.first(FormRules.PROJECTED_ADDRESS))) {
			Refusal.NO_PROJECTED_TO_REMOVE.unless(binding.projectedAddress() != null && identity != null);
			return binding.withProjectedAddress(null);
		}
		String projected = FormRules.address(this.form, FormRules.PROJECTED_ADDRESS, Refusal.ADDRESS_INVALID);
		if (projected == null) {
			return binding;
		}
		Refusal.PROJECTED_IN_VAIN.unless(binding.address() == null);
		return binding.withProjectedAddress(projected);
	}

	private ReadHorizon readHorizon(ReadHorizon before) {
		String index = this.form.text("LastReadMessageIndex");
		Refusal.invalidParameter("Invalid LastReadMessageIndex")
			.unless(index == null || (INDEX.matcher(index).matches() && Long.parseLong(index) <= Integer.MAX_VALUE));
		Instant timestamp = FormRules.date(this.form, "LastReadTimestamp");
		return new ReadHorizon((index != null) ? Integer.valueOf(index) : before.lastReadMessageIndex(),
				(timestamp != null) ? timestamp : before.lastReadTimestamp());
	}

	@Override
	public String toString() {
		return "UpdateForm";
	}

}
