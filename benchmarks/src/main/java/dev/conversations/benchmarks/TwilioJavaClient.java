package dev.conversations.benchmarks;

import java.net.URI;

import com.twilio.Twilio;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.conversations.v1.ParticipantConversation;
import com.twilio.rest.conversations.v1.conversation.Participant;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpHost;

/**
 * Twilio's own Java client with its own transport, whose requests are led to the server
 * here.
 */
final class TwilioJavaClient implements BlockingClient {

	static final String NAME = "twilio-java " + Twilio.VERSION;

	private final TwilioRestClient client;

	TwilioJavaClient(URI baseUrl, Runnable onRequest) {
		HttpRoute route = new HttpRoute(new HttpHost("http", baseUrl.getHost(), baseUrl.getPort()));
		HttpClientBuilder http = HttpClientBuilder.create()
			.setRoutePlanner((target, context) -> route)
			.addRequestInterceptorFirst((request, entity, context) -> onRequest.run());
		this.client = new TwilioRestClient.Builder(StarterClient.ACCOUNT_SID, "none")
			.httpClient(new NetworkHttpClient(http))
			.build();
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Iterable<?> records(ServedList list) {
		Long pageSize = (long) list.pageSize();
		return switch (list.kind()) {
			case CONVERSATIONS ->
				ParticipantConversation.reader().setIdentity(list.key()).setPageSize(pageSize).read(this.client);
			case PARTICIPANTS -> Participant.reader(list.key()).setPageSize(pageSize).read(this.client);
		};
	}

}
