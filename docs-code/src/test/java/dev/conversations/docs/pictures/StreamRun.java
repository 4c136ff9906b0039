package dev.conversations.docs.pictures;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import dev.conversations.client.BasicCredentials;
import dev.conversations.client.Paging;
import dev.conversations.client.ParticipantConversation;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.client.TransportSettings;
import dev.conversations.client.TwilioTransport;
import dev.conversations.test.ConversationsSimulator;
import reactor.core.publisher.Flux;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * A stream of twelve records in pages of four, and its reader, who asks for a portion and
 * asks again some time after the last record of it. It runs on the simulator in virtual
 * time, so that it takes the same course each time.
 *
 * @param title what the run shows
 * @param portion how many records the reader asks for at once
 * @param pause how long the reader takes after a portion
 * @param readAhead whether the stream reads ahead
 * @param limit the records after which the reader cancels
 */
record StreamRun(String title, int portion, Duration pause, boolean readAhead, int limit) {

	static final int RECORDS = 12;

	private static final int PAGE_SIZE = 4;

	private static final Duration LIMIT = Duration.ofMinutes(1);

	/**
	 * Runs the stream.
	 * @return what has happened, in order
	 */
	List<StreamEvent> events() {
		VirtualTimeScheduler clock = VirtualTimeScheduler.set(VirtualTimeScheduler.create());
		try (ConversationsSimulator simulator = ConversationsSimulator.start()) {
			for (int index = 0; index < RECORDS; index++) {
				simulator.conversation().chatParticipant("ada").add();
			}
			return events(simulator, clock);
		}
		finally {
			VirtualTimeScheduler.reset();
		}
	}

	private List<StreamEvent> events(ConversationsSimulator simulator, VirtualTimeScheduler clock) {
		StreamRecorder recorder = new StreamRecorder(clock);
		try (TwilioTransport transport = TwilioTransport.create(WebClient.builder().exchangeFunction(recorder),
				TransportSettings.of(URI.create(simulator.baseUrl())))) {
			StreamReader reader = new StreamReader(this.portion, this.pause);
			recorder.watch(records(simulator, transport)).take(this.limit).subscribe(reader);
			clock.advanceTimeBy(LIMIT);
			reader.checkCompleted();
		}
		return recorder.events();
	}

	private Flux<ParticipantConversation> records(ConversationsSimulator simulator, TwilioTransport transport) {
		return transport
			.conversations(new BasicCredentials(simulator.accountSid(), simulator.authToken(), simulator.accountSid()))
			.participants()
			.listConversations(ParticipantIdentifier.identity("ada"),
					Paging.defaults().withPageSize(PAGE_SIZE).withReadAhead(this.readAhead));
	}

}
