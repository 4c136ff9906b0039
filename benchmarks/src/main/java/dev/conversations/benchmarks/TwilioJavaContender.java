package dev.conversations.benchmarks;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.conversations.v1.ParticipantConversation;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's own Java client, whose requests are led to the server here.
 */
final class TwilioJavaContender implements Contender {

	private final Map<URI, TwilioRestClient> clients = new HashMap<>();

	private volatile @Nullable Work work;

	@Override
	public String name() {
		return "twilio-java";
	}

	@Override
	public boolean supports(Consumer consumer) {
		return consumer == Consumer.ITERATOR;
	}

	@Override
	public void read(URI baseUrl, Consumer consumer, Work work) {
		this.work = work;
		for (ParticipantConversation conversation : ParticipantConversation.reader()
			.setIdentity("alice")
			.setPageSize((long) PageServer.PAGE_SIZE)
			.read(this.clients.computeIfAbsent(baseUrl, this::client))) {
			work.block(conversation.getConversationSid());
		}
	}

	private TwilioRestClient client(URI baseUrl) {
		HttpRoute route = new HttpRoute(new HttpHost("http", baseUrl.getHost(), baseUrl.getPort()));
		HttpClientBuilder http = HttpClientBuilder.create()
			.setRoutePlanner((target, context) -> route)
			.addRequestInterceptorFirst((request, entity, context) -> {
				Objects.requireNonNull(this.work).countRequest();
				String path = request.getPath();
				request.setPath(path.startsWith(baseUrl.getPath()) ? path : baseUrl.getPath() + path);
			});
		return new TwilioRestClient.Builder("ACbenchmark", "none").httpClient(new NetworkHttpClient(http)).build();
	}

}
