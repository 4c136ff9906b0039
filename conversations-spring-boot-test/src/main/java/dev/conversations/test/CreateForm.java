package dev.conversations.test;

/**
 * The form of a creation: which combinations make a participant, and of which kind.
 *
 * @param form the form parameters
 */
record CreateForm(Parameters form) {

	ParticipantDraft draft(String now) {
		checkCombination();
		String identity = FormRules.identity(this.form);
		Binding binding = binding();
		return new ParticipantDraft(identity, binding, FormRules.attributes(this.form, "{}"),
				FormRules.roleSid(this.form, null), FormRules.date(this.form, "DateCreated", now),
				FormRules.date(this.form, "DateUpdated", now));
	}

	private void checkCombination() {
		boolean identity = given(FormRules.IDENTITY);
		boolean address = given(FormRules.ADDRESS);
		boolean proxy = given(FormRules.PROXY_ADDRESS);
		FormRules.check(!identity || !(address || proxy), ApiError.IDENTITY_AND_BINDING);
		FormRules.check(address || !(proxy || this.form.has(FormRules.ADDRESS)), ApiError.ADDRESS_MISSING);
		boolean projected = given(FormRules.PROJECTED_ADDRESS);
		FormRules.check(identity || address || projected, ApiError.NOTHING_GIVEN);
		// [C]: Twilio documents no participant with both addresses of its own kind
		FormRules.check(!(address && projected), ApiError.PROJECTED_IN_VAIN);
	}

	private boolean given(String name) {
		return this.form.text(name) != null;
	}

	private Binding binding() {
		String address = FormRules.address(this.form, FormRules.ADDRESS, ApiError.ADDRESS_INVALID);
		String proxy = FormRules.address(this.form, FormRules.PROXY_ADDRESS, ApiError.PROXY_INVALID);
		FormRules.check(address == null || !address.equals(proxy), ApiError.ADDRESSES_EQUAL);
		return new Binding(address, proxy,
				FormRules.address(this.form, FormRules.PROJECTED_ADDRESS, ApiError.ADDRESS_INVALID));
	}

	@Override
	public String toString() {
		return "CreateForm";
	}

}
