package dev.conversations.client;

import dev.conversations.client.FieldReader.RecordFields;
import org.jspecify.annotations.Nullable;

/**
 * Fields of an {@link EmailBinding}.
 */
final class EmailBindingFields implements RecordFields<EmailBinding> {

	private @Nullable String projectedAddress;

	private @Nullable String name;

	static @Nullable EmailBinding read(FieldReader value) {
		return value.object(EmailBinding.class, EmailBindingFields::new);
	}

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
