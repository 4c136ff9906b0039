package dev.conversations.docs.tenants;

import java.util.NoSuchElementException;

import dev.conversations.client.BasicCredentials;
import dev.conversations.client.ParticipantConversation;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.client.TwilioConversations;
import dev.conversations.client.TwilioCredentials;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Conversations of tenants, each of whom has an account of its own in a table.
 *
 * @since 0.1.0
 */
@Service
public class TenantConversations {

	private final TwilioConversations twilio;

	private final JdbcClient database;

	/**
	 * Creates the service.
	 * @param twilio the entry for any account
	 * @param database the database with the table of tenants
	 */
	public TenantConversations(TwilioConversations twilio, JdbcClient database) {
		this.twilio = twilio;
		this.database = database;
	}

	/**
	 * Streams the conversations of a participant.
	 * @param tenant the name of the tenant
	 * @param participant the participant
	 * @return the conversations, or a {@link NoSuchElementException} if there is no such
	 * tenant
	 */
	public Flux<ParticipantConversation> list(String tenant, ParticipantIdentifier participant) {
		return entry(tenant).flatMapMany((twilio) -> twilio.participants().listConversations(participant));
	}

	private Mono<TwilioConversations> entry(String tenant) {
		return Mono.fromCallable(() -> credentials(tenant))
			.subscribeOn(Schedulers.boundedElastic())
			.map(this.twilio::forAccount);
	}

	private TwilioCredentials credentials(String tenant) {
		return this.database.sql("select account_sid, api_key, api_secret from tenant where name = ?")
			.param(tenant)
			.query((row, number) -> new BasicCredentials(row.getString("api_key"), row.getString("api_secret"),
					row.getString("account_sid")))
			.optional()
			.orElseThrow(() -> new NoSuchElementException("There is no such tenant"));
	}

}
