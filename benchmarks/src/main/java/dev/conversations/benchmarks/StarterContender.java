package dev.conversations.benchmarks;

import java.net.URI;

import dev.conversations.client.BasicCredentials;
import dev.conversations.client.Paging;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantClientFactory;
import dev.conversations.client.ParticipantClientSettings;
import dev.conversations.client.ParticipantConversation;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.client.TwilioCredentials;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * The client of this project, as its factory makes it.
 */
final class StarterContender implements Contender {

	private static final Paging PAGING = Paging.defaults().withPageSize(PageServer.PAGE_SIZE);

	@Override
	public String name() {
		return "this client";
	}

	@Override
	public void read(URI baseUrl, Consumer consumer, Work work) {
		TwilioCredentials credentials = new BasicCredentials("ACbenchmark", "none", null);
		WebClient.Builder builder = WebClient.builder().filter((request, next) -> {
			work.countRequest();
			return next.exchange(request);
		});
		ParticipantClient client = ParticipantClientFactory.create(builder,
				ParticipantClientSettings.of(baseUrl, () -> credentials));
		consumer.consume(client.listConversations(ParticipantIdentifier.identity("alice"), PAGING)
			.mapNotNull(ParticipantConversation::conversationSid), work);
	}

}
