package dev.conversations.client;

import org.jspecify.annotations.Nullable;

/**
 * Fields of an {@link EmailBinding}.
 */
final class EmailBindingFields implements RecordFields<EmailBinding> {

	private @Nullable String projectedAddress;

	private @Nullable String name;

	@Override
	public void read(String name, FieldReader value) {
		switch (name) {
			case "projected_address" -> this.projectedAddress = value.text();
			case "name" -> this.name = value.text();
			default -> value.skip();
		}
	}

	@Override
	public EmailBinding toRecord() {
		return new EmailBinding(this.projectedAddress, this.name);
	}

}
