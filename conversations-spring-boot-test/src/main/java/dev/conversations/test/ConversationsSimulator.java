package dev.conversations.test;

import java.util.List;

/**
 * Twilio's twelve participant endpoints in memory, behind an HTTP server on the loopback
 * interface: plain and in a service, creation, fetch, update, deletion and list of
 * participants, and the list of a participant's conversations.
 * <p>
 * Any client can talk to it that takes another base URL. SIDs and credentials look random
 * but are the same in each run.
 *
 * @since 0.1.0
 * @see <a href="https://www.twilio.com/docs/conversations/api">Conversations REST API</a>
 */
public final class ConversationsSimulator implements AutoCloseable {

	private final Credentials credentials;

	private final String chatServiceSid;

	private final RequestLog log = new RequestLog();

	private final Store store;

	private final SimulatorSettings settings;

	private final SimulatorServer server;

	private ConversationsSimulator(int port, boolean daemon, SimulatorSettings settings) {
		Sids sids = new Sids(0);
		this.credentials = new Credentials(sids);
		this.chatServiceSid = sids.next(Sids.SERVICE);
		this.settings = settings;
		this.store = new Store(this.chatServiceSid, settings);
		Api api = new Api(this.credentials, this.store, settings.clock());
		this.server = new SimulatorServer(port, daemon, new ExchangeHandler(this.log, api));
	}

	/**
	 * Start a simulator on a free port.
	 * @return the running simulator
	 */
	public static ConversationsSimulator start() {
		return start(0);
	}

	/**
	 * Start a simulator on a port.
	 * @param port the port, or 0 for a free one
	 * @return the running simulator
	 */
	public static ConversationsSimulator start(int port) {
		return start(port, SimulatorSettings.defaults());
	}

	/**
	 * Start a simulator on a free port.
	 * @param settings the settings
	 * @return the running simulator
	 */
	public static ConversationsSimulator start(SimulatorSettings settings) {
		return start(0, settings);
	}

	/**
	 * Start a simulator on a port.
	 * @param port the port, or 0 for a free one
	 * @param settings the settings
	 * @return the running simulator
	 */
	public static ConversationsSimulator start(int port, SimulatorSettings settings) {
		return new ConversationsSimulator(port, true, settings);
	}

	/**
	 * Start a simulator that keeps the Java virtual machine alive.
	 * @param port the port, or 0 for a free one
	 * @return the running simulator
	 */
	static ConversationsSimulator startForeground(int port) {
		return new ConversationsSimulator(port, false, SimulatorSettings.defaults());
	}

	/**
	 * Run a simulator on its own, for programs in any language. When ready, one line of
	 * JSON with the base URL and the credentials is printed on standard output; a mistake
	 * in the arguments or in the seed ends the program with status 2.
	 * @param args {@code --port=PORT} and {@code --seed=FILE.json}, both optional
	 */
	public static void main(String[] args) {
		int status = SimulatorCommand.execute(args);
		if (status != 0) {
			System.exit(status);
		}
	}

	/**
	 * Return the URL that takes the place of {@code https://conversations.twilio.com}.
	 * @return the URL, such as {@code http://127.0.0.1:8081}
	 */
	public String baseUrl() {
		return SimulatorServer.baseUrl(port());
	}

	/**
	 * Return the port that the simulator listens on.
	 * @return the port
	 */
	public int port() {
		return this.server.port();
	}

	/**
	 * Return the SID of the account, which is also a user name.
	 * @return the account SID
	 */
	public String accountSid() {
		return this.credentials.accountSid();
	}

	/**
	 * Return the password that belongs to the account SID.
	 * @return the auth token
	 */
	public String authToken() {
		return this.credentials.authToken();
	}

	/**
	 * Return the SID of an API key, which is a user name, too.
	 * @return the SID of the API key
	 */
	public String apiKey() {
		return this.credentials.apiKey();
	}

	/**
	 * Return the password that belongs to the API key.
	 * @return the secret of the API key
	 */
	public String apiSecret() {
		return this.credentials.apiSecret();
	}

	/**
	 * Return the account's default service, which the plain paths are about.
	 * @return the SID of the service
	 */
	public String chatServiceSid() {
		return this.chatServiceSid;
	}

	/**
	 * Start to describe a conversation; it exists once {@link ConversationSeed#add()} is
	 * called.
	 * @return the description
	 */
	public ConversationSeed conversation() {
		return new ConversationSeed(this.store, this.chatServiceSid, this.settings.clock());
	}

	/**
	 * Return how many requests came in since the start or the last {@link #reset()}.
	 * @return the number of requests
	 */
	public int requestCount() {
		return this.log.count();
	}

	/**
	 * Return the requests that came in since the start or the last {@link #reset()}, at
	 * most the newest 20,000.
	 * @return the requests, oldest first
	 */
	public List<RecordedRequest> requests() {
		return this.log.requests();
	}

	/**
	 * Forget all conversations and requests. Credentials and port stay.
	 */
	public void reset() {
		this.store.clear();
		this.log.clear();
	}

	/**
	 * Stop the server and close its connections.
	 */
	@Override
	public void close() {
		this.server.close();
	}

}
