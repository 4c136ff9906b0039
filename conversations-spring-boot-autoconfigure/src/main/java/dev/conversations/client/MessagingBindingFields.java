package dev.conversations.client;

import dev.conversations.client.FieldReader.RecordFields;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a {@link MessagingBinding}.
 */
final class MessagingBindingFields implements RecordFields<MessagingBinding> {

	private @Nullable String type;

	private @Nullable String address;

	private @Nullable String proxyAddress;

	private @Nullable String projectedAddress;

	private @Nullable String level;

	private @Nullable String name;

	static @Nullable MessagingBinding read(FieldReader value) {
		return value.object(MessagingBinding.class, MessagingBindingFields::new);
	}

	@Override
	public void read(String name, FieldReader value) {
		switch (name) {
			case "type" -> this.type = value.sharedText();
			case "address" -> this.address = value.sharedText();
			case "proxy_address" -> this.proxyAddress = value.sharedText();
			case "projected_address" -> this.projectedAddress = value.sharedText();
			case "level" -> this.level = value.sharedText();
			case "name" -> this.name = value.sharedText();
			default -> value.skip();
		}
	}

	@Override
	public MessagingBinding toRecord() {
		return new MessagingBinding(this.type, this.address, this.proxyAddress, this.projectedAddress, this.level,
				this.name);
	}

}
