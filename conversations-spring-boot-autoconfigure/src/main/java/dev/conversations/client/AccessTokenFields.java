package dev.conversations.client;

import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import dev.conversations.client.FieldReader.RecordFields;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;

/**
 * Fields of what the token endpoint answers. There is no {@link AccessToken} without a
 * token that can stand in a header and is one for bearers.
 */
final class AccessTokenFields implements RecordFields<AccessToken> {

	private static final Pattern TOKEN = Pattern.compile("[!-~]+");

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
	public @Nullable AccessToken toRecord() {
		String token = this.accessToken;
		if (token == null || !TOKEN.matcher(token).matches() || !isForBearers()) {
			return null;
		}
		return AccessToken.issued(token, this.expiresIn, Schedulers.parallel().now(TimeUnit.MILLISECONDS));
	}

	private boolean isForBearers() {
		return this.tokenType == null || this.tokenType.equalsIgnoreCase("Bearer");
	}

}
