package dev.conversations.client;

import dev.conversations.client.FieldReader.RecordFields;
import org.jspecify.annotations.Nullable;

/**
 * Fields of an {@link ErrorBody}.
 */
final class ErrorBodyFields implements RecordFields<ErrorBody> {

	private @Nullable Integer code;

	private @Nullable String message;

	private @Nullable String moreInfo;

	@Override
	public void read(String name, FieldReader value) {
		switch (name) {
			case "code" -> this.code = value.integer();
			case "message" -> this.message = value.text();
			case "more_info" -> this.moreInfo = value.text();
			default -> value.skip();
		}
	}

	@Override
	public ErrorBody toRecord() {
		return new ErrorBody(this.code, this.message, this.moreInfo);
	}

}
