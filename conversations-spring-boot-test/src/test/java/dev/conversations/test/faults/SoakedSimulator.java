package dev.conversations.test.faults;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import dev.conversations.client.BasicCredentials;
import dev.conversations.client.LimitSettings;
import dev.conversations.client.RetrySettings;
import dev.conversations.client.TransportSettings;
import dev.conversations.client.TwilioConversations;
import dev.conversations.client.TwilioTransport;
import dev.conversations.test.ConversationSeed;
import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.SimulatedFault;
import reactor.netty.http.client.HttpClient;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Simulator that fails 5 % of the requests, in all ways alike.
 */
final class SoakedSimulator implements AutoCloseable {

	static final int PAGE_SIZE = 5;

	static final int PERMITS = 50;

	private static final int CONVERSATIONS = 10;

	private static final int GROUP = 100;

	private static final double SHARE = 0.05;

	/**
	 * Without an empty page: for a list that is resumed inside a page, that one would
	 * have changed.
	 */
	private static final List<Consumer<SimulatedFault>> WAYS = List.of((fault) -> fault.reset(),
			(fault) -> fault.resetInBody(), (fault) -> fault.hang(), (fault) -> fault.truncateBody(),
			(fault) -> fault.garbleBody(), (fault) -> fault.respond(503),
			(fault) -> fault.respond(502, "text/html", "<html></html>"), (fault) -> fault.error(500, 20500, "Error"),
			(fault) -> fault.error(429, 20429, "Too Many Requests"),
			(fault) -> fault.header("Retry-After", "0").error(429, 20429, "Too Many Requests"),
			(fault) -> fault.header("Retry-After", "61").error(429, 20429, "Too Many Requests"),
			(fault) -> fault.error(400, 20001, "Bad Request"), (fault) -> fault.delay(Duration.ofMillis(20)).proceed(),
			(fault) -> fault.nextPageUrl("https://example.com/"));

	private final ConversationsSimulator simulator = ConversationsSimulator.start();

	private final List<List<String>> groups = new ArrayList<>();

	private final List<String> inactive = new ArrayList<>();

	private final SplittableRandom random = new SplittableRandom();

	private final AtomicInteger faults = new AtomicInteger();

	private volatile double share = SHARE;

	private int way;

	SoakedSimulator(int participants) {
		for (int group = 0; group < participants / GROUP; group++) {
			this.groups.add(seed(group));
		}
		for (int i = 0; i < WAYS.size(); i++) {
			int index = i;
			WAYS.get(i).accept(this.simulator.when((request) -> isWay(index)));
		}
	}

	private List<String> seed(int group) {
		List<String> sids = new ArrayList<>();
		for (int i = 0; i < CONVERSATIONS; i++) {
			ConversationSeed conversation = this.simulator.conversation().state((i == 0) ? "inactive" : "active");
			for (int member = 0; member < GROUP; member++) {
				conversation.chatParticipant(identity(group * GROUP + member));
			}
			sids.add(conversation.add().sid());
		}
		this.inactive.add(sids.get(0));
		return sids.stream().sorted().toList();
	}

	/**
	 * Called for one way after the other, and one request after the other.
	 */
	private boolean isWay(int index) {
		if (index == 0) {
			this.way = (this.random.nextDouble() < this.share) ? this.random.nextInt(WAYS.size()) : -1;
		}
		if (index == this.way) {
			this.faults.incrementAndGet();
		}
		return index == this.way;
	}

	static String identity(int participant) {
		return "participant-" + participant;
	}

	List<String> expected(int participant) {
		return this.groups.get(participant / GROUP);
	}

	/**
	 * The conversations that are inactive: one of each group.
	 */
	List<String> inactive() {
		return this.inactive.stream().sorted().toList();
	}

	TwilioTransport transport(Pool pool) {
		ReactorClientHttpConnector connector = new ReactorClientHttpConnector(HttpClient.create(pool.provider()));
		return TwilioTransport.create(WebClient.builder().clientConnector(connector), TransportSettings
			.of(URI.create(this.simulator.baseUrl()))
			.withRetry(new RetrySettings(4, Duration.ofMillis(2), Duration.ofMillis(20), Duration.ofSeconds(60)))
			.withLimits(LimitSettings.defaults()
				.withResponseTimeout(Duration.ofMillis(500))
				.withConcurrency(PERMITS, PERMITS)));
	}

	TwilioConversations client(TwilioTransport transport) {
		return transport.conversations(
				new BasicCredentials(this.simulator.apiKey(), this.simulator.apiSecret(), this.simulator.apiKey()));
	}

	/**
	 * Fails no request from now on.
	 */
	void heal() {
		this.share = 0;
	}

	int requests() {
		return this.simulator.requestCount();
	}

	int faults() {
		return this.faults.get();
	}

	@Override
	public void close() {
		this.simulator.close();
	}

}
