package dev.conversations.test;

import java.time.Instant;

/**
 * The form of a creation: which combinations make a participant, and of which kind.
 *
 * @param form the form parameters
 */
record CreateForm(Parameters form) {

	ParticipantDraft draft(Instant now) {
		checkCombination();
		String identity = FormRules.identity(this.form);
		Binding binding = binding();
		return new ParticipantDraft(identity, binding,
				FormRules.attributes(this.form, FormRules.ATTRIBUTES_MAXIMUM, "{}"), FormRules.roleSid(this.form, null),
				FormRules.date(this.form, "DateCreated", now), FormRules.date(this.form, "DateUpdated", now));
	}

	private void checkCombination() {
		boolean identity = given(FormRules.IDENTITY);
		boolean address = given(FormRules.ADDRESS);
		boolean proxy = given(FormRules.PROXY_ADDRESS);
		Refusal.IDENTITY_AND_BINDING.when(identity && (address || proxy));
		Refusal.ADDRESS_MISSING.when(!address && (proxy || this.form.has(FormRules.ADDRESS)));
		boolean projected = given(FormRules.PROJECTED_ADDRESS);
		Refusal.NOTHING_GIVEN.unless(identity || address || projected);
		// [C]: Twilio documents no participant with both addresses of its own kind
		Refusal.PROJECTED_IN_VAIN.when(address && projected);
	}

	private boolean given(String name) {
		return this.form.text(name) != null;
	}

	private Binding binding() {
		String address = FormRules.address(this.form, FormRules.ADDRESS, Refusal.ADDRESS_INVALID);
		String proxy = FormRules.address(this.form, FormRules.PROXY_ADDRESS, Refusal.PROXY_INVALID);
		Refusal.ADDRESSES_EQUAL.when(address != null && address.equals(proxy));
		return new Binding(address, proxy,
				FormRules.address(this.form, FormRules.PROJECTED_ADDRESS, Refusal.ADDRESS_INVALID));
	}

	@Override
	public String toString() {
		return "CreateForm";
	}

}
