package dev.conversations.docs;

import java.net.URI;
import java.time.Duration;

import dev.conversations.autoconfigure.ConversationsConnectionDetails;
import dev.conversations.client.BasicCredentials;
import dev.conversations.client.TwilioCredentials;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Connection whose API key is read from a secret store and read again after some time.
 *
 * @since 0.1.0
 */
public class RotatingCredentials implements ConversationsConnectionDetails {

	private final String accountSid;

	private final Mono<TwilioCredentials> credentials;

	/**
	 * Creates the connection.
	 * @param accountSid the SID of the account
	 * @param store the secret store
	 * @param time how long a key is used before the store is asked again
	 */
	public RotatingCredentials(String accountSid, SecretStore store, Duration time) {
		this.accountSid = accountSid;
		this.credentials = Mono.fromCallable(store::apiKey)
			.subscribeOn(Schedulers.boundedElastic())
			.<TwilioCredentials>map((key) -> new BasicCredentials(key.sid(), key.secret(), accountSid))
			.cache((key) -> time, (failure) -> Duration.ZERO, () -> Duration.ZERO);
	}

	@Override
	public URI getBaseUrl() {
		return URI.create("https://conversations.twilio.com");
	}

	@Override
	public String getAccountSid() {
		return this.accountSid;
	}

	@Override
	public Mono<TwilioCredentials> getCredentials() {
		return this.credentials;
	}

	/**
	 * Secret store that blocks.
	 */
	public interface SecretStore {

		/**
		 * Reads the API key.
		 * @return the key that is valid now
		 */
		ApiKey apiKey();

	}

	/**
	 * API key.
	 *
	 * @param sid the SID of the key
	 * @param secret the secret of the key
	 */
	public record ApiKey(String sid, String secret) {

		@Override
		public String toString() {
			return "ApiKey[" + this.sid + "]";
		}

	}

}
