package dev.conversations.test.faults;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import dev.conversations.client.BasicCredentials;
import dev.conversations.client.LimitSettings;
import dev.conversations.client.RetrySettings;
import dev.conversations.client.TransportSettings;
import dev.conversations.client.TwilioConversations;
import dev.conversations.client.TwilioCredentials;
import dev.conversations.client.TwilioTransport;
import dev.conversations.test.ConversationSeed;
import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.SimulatedConversation;
import dev.conversations.test.SimulatedFault;
import io.netty.channel.ChannelOption;
import reactor.netty.http.client.HttpClient;

import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * A client, the simulator that it talks to, and what befalls their conversation.
 */
final class Scene implements AutoCloseable {

	static final String ADA = "ada";

	static final int MAX_ATTEMPTS = 3;

	static final int PAGE_SIZE = 2;

	static final int PAGES = 4;

	private static final int CONNECTIONS = 4;

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private final Builder builder;

	private final ConversationsSimulator simulator;

	private final SimulatedConversation conversation;

	private final List<String> conversations = new ArrayList<>();

	private final Pool pool = new Pool(CONNECTIONS);

	private final AtomicInteger requests = new AtomicInteger();

	private final AtomicInteger detours = new AtomicInteger();

	private final TwilioConversations twilio;

	private final Gauges gauges;

	private volatile boolean healed;

	private Scene(Builder builder) {
		this.builder = builder;
		this.simulator = builder.simulator;
		this.conversation = seed();
		for (Consumer<SimulatedFault> answer : builder.answers) {
			answer.accept(this.simulator.when((request) -> isBefallen(this.requests.getAndIncrement())));
		}
		TwilioTransport transport = connect();
		this.twilio = transport.conversations(credentials());
		this.gauges = Gauges.of(transport);
		if (builder.pooled) {
			this.twilio.participants().fetch(conversation(), ADA).block(LIMIT);
		}
	}

	/**
	 * Makes records for the pages: participants of a conversation, and conversations of a
	 * participant. The last page is not full.
	 */
	private SimulatedConversation seed() {
		ConversationSeed first = this.simulator.conversation().chatParticipant(ADA);
		for (int i = 2; i < PAGES * PAGE_SIZE; i++) {
			first.chatParticipant("participant-" + i);
			this.conversations.add(this.simulator.conversation().chatParticipant(ADA).add().sid());
		}
		SimulatedConversation conversation = first.add();
		this.conversations.add(conversation.sid());
		this.conversations.sort(null);
		return conversation;
	}

	private boolean isBefallen(int request) {
		int from = this.builder.from + warmUps();
		return !this.healed && request >= from && request - from < this.builder.times;
	}

	private TwilioTransport connect() {
		HttpClient http = HttpClient.create(this.pool.provider())
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 200)
			.compress(true);
		Switchboard.Line detour = this.builder.detour;
		if (detour != null) {
			http = http.keepAlive(false).resolver(new Switchboard((index, address) -> {
				if (!isBefallen(index)) {
					return address;
				}
				this.detours.incrementAndGet();
				return detour.connect(index, address);
			}));
		}
		return TwilioTransport.create(
				WebClient.builder().clientConnector(new ReactorClientHttpConnector(this.builder.connector.apply(http))),
				this.builder.settings.apply(settings()));
	}

	private TwilioCredentials credentials() {
		return new BasicCredentials(this.simulator.accountSid(), this.simulator.authToken(),
				this.simulator.accountSid());
	}

	private TransportSettings settings() {
		RetrySettings retry = new RetrySettings(MAX_ATTEMPTS, Duration.ofMillis(1), Duration.ofMillis(10),
				Duration.ofSeconds(30));
		String baseUrl = (this.builder.baseUrl != null) ? this.builder.baseUrl : this.simulator.baseUrl();
		return TransportSettings.of(URI.create(baseUrl))
			.withRetry(retry)
			.withLimits(LimitSettings.defaults()
				.withResponseTimeout(Duration.ofSeconds(20))
				.withConcurrency(CONNECTIONS, CONNECTIONS));
	}

	TwilioConversations twilio() {
		return this.twilio;
	}

	String conversation() {
		return this.conversation.sid();
	}

	/**
	 * Returns a conversation that is not the one of {@link #conversation()}.
	 */
	String otherConversation() {
		return this.conversations.stream().filter((sid) -> !sid.equals(conversation())).findFirst().orElseThrow();
	}

	String participant() {
		return this.conversation.participantSids().get(0);
	}

	List<String> expected(Operation operation) {
		return switch (operation) {
			case CREATE, CREATE_IF_ABSENT, CREATE_CONVERSATION, CREATE_WITH_PARTICIPANTS -> List.of(Operation.NEW);
			case FETCH, UPDATE -> List.of(participant());
			case AWAIT_INITIALIZED, FETCH_CONVERSATION, UPDATE_CONVERSATION -> List.of(conversation());
			case DELETE, DELETE_CONVERSATION -> List.of();
			case PARTICIPANTS -> this.conversation.participantSids();
			case CONVERSATIONS, ALL_CONVERSATIONS -> this.conversations;
		};
	}

	private int warmUps() {
		return this.builder.pooled ? 1 : 0;
	}

	/**
	 * How many requests were sent, those included that never reached the simulator. Where
	 * nothing can be sent, attempts to connect are counted.
	 */
	int attempts() {
		RawServer origin = this.builder.origin;
		int astray = (origin != null) ? origin.received().size() : this.detours.get();
		return this.simulator.requestCount() - warmUps() + astray;
	}

	/**
	 * Whether what was sent to the origin had the credentials, as the simulator finds out
	 * by itself.
	 */
	boolean isAuthorized() {
		RawServer origin = this.builder.origin;
		String credentials = HttpHeaders.encodeBasicAuth(this.simulator.accountSid(), this.simulator.authToken(), null);
		return origin == null || origin.received().stream().allMatch((request) -> request.contains(credentials));
	}

	/**
	 * Returns what the consumer throws, or {@code null} if it does not fail.
	 */
	Supplier<Error> consumerError() {
		return this.builder.consumerError;
	}

	void heal() {
		this.healed = true;
	}

	boolean isQuiet() {
		return this.gauges.active() == 0 && this.gauges.waiting() == 0 && this.pool.inUse() == 0;
	}

	/**
	 * Whether a server that is not the origin was connected to without need, or has seen
	 * what only the origin may see.
	 */
	boolean isCredentialAstray() {
		return this.builder.shunned.stream().anyMatch((server) -> server.accepted() > 0)
				|| this.builder.strangers.stream()
					.flatMap((server) -> server.received().stream())
					.anyMatch((request) -> request.contains("Basic "));
	}

	@Override
	public void close() {
		this.pool.close();
		this.simulator.close();
		this.builder.resources.forEach(Resource::close);
	}

	/**
	 * Something that has to be closed.
	 */
	@FunctionalInterface
	interface Resource {

		void close();

	}

	/**
	 * Collects what befalls a client.
	 */
	static final class Builder {

		private final ConversationsSimulator simulator = ConversationsSimulator.start();

		private final List<Consumer<SimulatedFault>> answers = new ArrayList<>();

		private final List<Resource> resources = new ArrayList<>();

		private final List<RawServer> strangers = new ArrayList<>();

		private final List<RawServer> shunned = new ArrayList<>();

		private final int from;

		private final int times;

		private boolean pooled;

		private Supplier<Error> consumerError;

		private String baseUrl;

		private RawServer origin;

		private Switchboard.Line detour;

		private UnaryOperator<HttpClient> connector = UnaryOperator.identity();

		private UnaryOperator<TransportSettings> settings = UnaryOperator.identity();

		/**
		 * Begins a scene.
		 * @param from the first request that is befallen
		 * @param times how many are
		 */
		Builder(int from, int times) {
			this.from = from;
			this.times = times;
		}

		void answer(Consumer<SimulatedFault> fault) {
			this.answers.add(fault);
		}

		void detour(Switchboard.Line line) {
			this.detour = line;
		}

		void detour(RawServer.Script script) {
			this.origin = opened(new RawServer(script));
			InetSocketAddress address = this.origin.address();
			detour((index, origin) -> address);
		}

		/**
		 * Begins with a request that is not befallen and leaves its connection in the
		 * pool.
		 */
		void pooled() {
			this.pooled = true;
		}

		/**
		 * Has the consumer throw an error at the first signal of the page that is
		 * befallen.
		 */
		void consumerError(Supplier<Error> error) {
			this.consumerError = error;
		}

		private RawServer opened(RawServer server) {
			this.resources.add(server::close);
			return server;
		}

		/**
		 * Opens a server that must not be connected to.
		 */
		RawServer shunned() {
			RawServer server = opened(new RawServer((output) -> {
			}));
			this.shunned.add(server);
			return server;
		}

		/**
		 * Opens a server that must not see credentials.
		 */
		RawServer stranger(RawServer.Script script) {
			RawServer stranger = opened(new RawServer(script));
			this.strangers.add(stranger);
			return stranger;
		}

		TlsFront tlsFront() {
			TlsFront front = new TlsFront(this.simulator.baseUrl());
			this.resources.add(front::close);
			return front;
		}

		void add(Resource resource) {
			this.resources.add(resource);
		}

		void baseUrl(String baseUrl) {
			this.baseUrl = baseUrl;
		}

		void settings(UnaryOperator<TransportSettings> change) {
			this.settings = change;
		}

		void connector(UnaryOperator<HttpClient> change) {
			this.connector = change;
		}

		Scene open() {
			return new Scene(this);
		}

	}

}
