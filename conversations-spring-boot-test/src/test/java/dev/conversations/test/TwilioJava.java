package dev.conversations.test;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpHost;

/**
 * Points Twilio's own Java client at a simulator.
 */
final class TwilioJava {

	private TwilioJava() {
	}

	static TwilioRestClient client(ConversationsSimulator simulator) {
		return client(simulator, simulator.authToken());
	}

	static TwilioRestClient client(ConversationsSimulator simulator, String authToken) {
		HttpRoute route = new HttpRoute(new HttpHost("http", "127.0.0.1", simulator.port()));
		HttpClientBuilder http = HttpClientBuilder.create().setRoutePlanner((target, context) -> route);
		return new TwilioRestClient.Builder(simulator.accountSid(), authToken).httpClient(new NetworkHttpClient(http))
			.build();
	}

}
