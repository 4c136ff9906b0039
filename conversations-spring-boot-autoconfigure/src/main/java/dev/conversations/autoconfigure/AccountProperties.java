package dev.conversations.autoconfigure;

import org.jspecify.annotations.Nullable;

/**
 * Properties that say which account a client speaks for, and where.
 */
interface AccountProperties {

	@Nullable String getAccountSid();

	@Nullable String getAuthToken();

	@Nullable String getApiKey();

	@Nullable String getApiSecret();

	OAuthProperties getOauth();

	@Nullable String getRegion();

	@Nullable String getEdge();

}
