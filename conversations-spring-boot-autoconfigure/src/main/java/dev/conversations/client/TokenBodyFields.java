package dev.conversations.client;

import dev.conversations.client.AccessToken.Body;
import dev.conversations.client.FieldReader.RecordFields;
import org.jspecify.annotations.Nullable;

/**
 * Fields of what the token endpoint answers.
 */
final class TokenBodyFields implements RecordFields<Body> {

	private @Nullable String accessToken;

	private @Nullable String tokenType;

	private @Nullable Double expiresIn;

	@Override
	public void read(String name, FieldReader value) {
		switch (name) {
			case "access_token" -> this.accessToken = value.text();
			case "token_type" -> this.tokenType = value.text();
			case "expires_in" -> this.expiresIn = value.decimal();
			default -> value.skip();
		}
	}

	@Override
	public Body toRecord() {
		return new Body(this.accessToken, this.tokenType, this.expiresIn);
	}

}
