package dev.conversations.docs;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import dev.conversations.client.TwilioConversations;
import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.RecordedRequest;
import dev.conversations.test.SimulatedConversation;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An operation by twilio-java and by this library, each on a simulator that is as new.
 *
 * @param name the name of the operation
 * @param before the operation by twilio-java, given the SID of a participant
 * @param after the same by this library
 */
record Migration(String name, BiConsumer<TwilioRestClient, String> before,
		BiFunction<TwilioConversations, String, Publisher<?>> after) {

	static final String CONVERSATION = "CH000000000000000000000000000000c0";

	static final String SERVICE = "IS000000000000000000000000000000e0";

	/**
	 * Takes a record that nothing is done with.
	 */
	static void skip(Object record) {
	}

	/**
	 * Checks that both send the same requests, but for queries, in which twilio-java
	 * leaves the size of a page to Twilio.
	 */
	void sendsTheSame(ConversationsSimulator simulator, String chatService, TwilioConversations twilio) {
		String participant = prepare(simulator, chatService);
		this.before.accept(twilioJava(simulator), participant);
		List<String> before = requests(simulator);
		String again = prepare(simulator, chatService);
		Flux.from(this.after.apply(twilio, again)).blockLast(Duration.ofSeconds(30));
		assertThat(requests(simulator)).isNotEmpty().isEqualTo(before);
	}

	private static String prepare(ConversationsSimulator simulator, String chatService) {
		simulator.reset();
		simulator.addChatService(chatService);
		SimulatedConversation conversation = simulator.conversation()
			.sid(CONVERSATION)
			.chatServiceSid(chatService)
			.chatParticipant("ada")
			.messagingParticipant("+375255555555", "+12345678910")
			.add();
		return conversation.participantSids().get(0);
	}

	private static List<String> requests(ConversationsSimulator simulator) {
		return simulator.requests().stream().map(Migration::describe).toList();
	}

	private static String describe(RecordedRequest request) {
		Map<String, List<String>> form = request.form();
		return request + " " + form + " " + request.header("X-Twilio-Webhook-Enabled");
	}

	static TwilioRestClient twilioJava(ConversationsSimulator simulator) {
		URI server = URI.create(simulator.baseUrl());
		HttpRoute route = new HttpRoute(new HttpHost("http", server.getHost(), server.getPort()));
		HttpClientBuilder http = HttpClientBuilder.create().setRoutePlanner((target, context) -> route);
		return new TwilioRestClient.Builder(simulator.accountSid(), simulator.authToken())
			.httpClient(new NetworkHttpClient(http))
			.build();
	}

	@Override
	public String toString() {
		return this.name;
	}

}
