package dev.conversations.autoconfigure;

import java.net.URI;

import dev.conversations.client.BasicCredentials;
import dev.conversations.client.OAuthCredentials;
import dev.conversations.client.TwilioCredentials;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Details required to establish a connection to Twilio Conversations. A bean of this type
 * takes the place of the connection that the {@code twilio.*} properties describe.
 * <p>
 * The credentials are asked for with each request, so that an implementation may rotate
 * them. Where they come from a store, {@link #getCredentials()} gives both halves at once
 * and without blocking; otherwise it is enough to implement the simple getters. The base
 * URL and the account SID are read once, when the client is created.
 *
 * @since 0.1.0
 */
public interface ConversationsConnectionDetails extends ConnectionDetails {

	/**
	 * Returns the URL that the paths of the API, which begin with {@code /v1}, are
	 * appended to. It has the scheme {@code http} or {@code https} and neither user
	 * information, query nor fragment.
	 * @return the base URL, with or without a path of its own
	 */
	URI getBaseUrl();

	/**
	 * Returns the account SID, which identifies the account independently of the
	 * credentials in use.
	 * @return the account SID, or {@code null} if only an API key is known
	 */
	@Nullable String getAccountSid();

	/**
	 * Returns the credentials of a request, both halves at once. By default they are made
	 * of what the simple getters return, which are called on
	 * {@link Schedulers#boundedElastic()} for each request, so that they may block.
	 * <p>
	 * An implementation may take its time, but must not block the thread that subscribes.
	 * @return the credentials; an error or none at all is an error of the request
	 */
	default Mono<TwilioCredentials> getCredentials() {
		return Mono.fromCallable(this::readCredentials).subscribeOn(Schedulers.boundedElastic());
	}

	private TwilioCredentials readCredentials() {
		OAuthClient oauth = getOAuthClient();
		return (oauth != null)
				? new OAuthCredentials(oauth.clientId(), oauth.clientSecret(), oauth.tokenUri(), getAccountSid())
				: new BasicCredentials(getUsername(), getPassword(), getAccountSid());
	}

	/**
	 * Returns the user name for HTTP Basic authentication. It need not be implemented
	 * where {@link #getCredentials()} is.
	 * @return the account SID ({@code AC…}) or the SID of an API key ({@code SK…})
	 * @see <a href="https://www.twilio.com/docs/usage/requests-to-twilio">Requests to
	 * Twilio</a>
	 */
	default String getUsername() {
		throw new UnsupportedOperationException("There is no user name");
	}

	/**
	 * Returns the password for HTTP Basic authentication. It need not be implemented
	 * where {@link #getCredentials()} is.
	 * @return the auth token or the secret of the API key
	 */
	default String getPassword() {
		throw new UnsupportedOperationException("There is no password");
	}

	/**
	 * Returns the client credentials for OAuth 2.0. Where there are any, user name and
	 * password are not asked for.
	 * @return the client credentials, or {@code null} for HTTP Basic authentication
	 */
	default @Nullable OAuthClient getOAuthClient() {
		return null;
	}

	/**
	 * Returns the details of a named client, one of
	 * {@code twilio.conversations.clients.<name>}. By default there are none: a client
	 * that says where or as whom to connect is described by its properties, and any other
	 * shares these details.
	 * @param name the name of the client
	 * @return the details, or {@code null} to leave them to the properties
	 */
	default @Nullable ConversationsConnectionDetails forClient(String name) {
		return null;
	}

	/**
	 * Client credentials for OAuth 2.0. {@code toString} shows none of them.
	 *
	 * @param clientId the client ID of an OAuth app
	 * @param clientSecret the client secret of the OAuth app
	 * @param tokenUri the URL where access tokens are issued
	 * @since 0.1.0
	 */
	record OAuthClient(String clientId, String clientSecret, URI tokenUri) {

		@Override
		public String toString() {
			return "OAuthClient";
		}

	}

}
