package dev.conversations.test;

import java.util.List;
import java.util.function.Predicate;

/**
 * Twilio's endpoints of conversations and participants in memory, behind an HTTP server
 * on the loopback interface: creation, fetch, update, deletion and lists, the list of a
 * participant's conversations, and the creation of a conversation with its participants,
 * each plain and in a service. SIDs and credentials look random but are the same in each
 * run.
 *
 * @since 0.1.0
 * @see <a href="https://www.twilio.com/docs/conversations/api">Conversations REST API</a>
 */
public final class ConversationsSimulator implements AutoCloseable {

	private final RequestLog log = new RequestLog();

	private final Faults faults = new Faults();

	private final Accounts accounts;

	private final SimulatedAccount account;

	private final SimulatorServer server;

	ConversationsSimulator(ServerOptions options, SimulatorSettings settings) {
		this.accounts = new Accounts(settings);
		this.account = new SimulatedAccount(this.accounts.own(), this.faults);
		this.faults.delay(options.delay());
		ControlEndpoint control = options.controlled() ? new ControlEndpoint(this, this.faults) : null;
		this.server = new SimulatorServer(options,
				new ExchangeHandler(this.log, this.faults, this.accounts, options.listener(), control));
	}

	/**
	 * Starts a simulator on a free port.
	 * @return the running simulator
	 */
	public static ConversationsSimulator start() {
		return start(0);
	}

	/**
	 * Starts a simulator on a port.
	 * @param port the port, or 0 for a free one
	 * @return the running simulator
	 */
	public static ConversationsSimulator start(int port) {
		return new ConversationsSimulator(ServerOptions.embedded(port), SimulatorSettings.defaults());
	}

	/**
	 * Starts a simulator on a free port.
	 * @param settings the settings
	 * @return the running simulator
	 */
	public static ConversationsSimulator start(SimulatorSettings settings) {
		return new ConversationsSimulator(ServerOptions.embedded(0), settings);
	}

	/**
	 * Runs a simulator on its own, for programs in any language. When ready, one line of
	 * JSON with the base URL and the credentials is printed on standard output; a mistake
	 * in the arguments or in the seed ends the program with status 2.
	 * @param args the options, of which {@code --help} tells
	 */
	public static void main(String[] args) {
		int status = SimulatorCommand.execute(args);
		if (status != 0) {
			System.exit(status);
		}
	}

	/**
	 * Returns the URL that takes the place of {@code https://conversations.twilio.com}.
	 * @return the URL, such as {@code http://127.0.0.1:8081}
	 */
	public String baseUrl() {
		return this.server.baseUrl();
	}

	/**
	 * Returns the port that the simulator listens on.
	 * @return the port
	 */
	public int port() {
		return this.server.port();
	}

	/**
	 * Returns the account that the simulator has from the start, which the methods of the
	 * simulator itself are about.
	 * @return the simulator's own account
	 */
	public SimulatedAccount account() {
		return this.account;
	}

	/**
	 * Returns an account with data, limits and credentials of its own, such as that of a
	 * tenant. It is there once it is asked for, and its credentials are accepted until
	 * {@link #reset()}.
	 * @param accountSid {@code AC} and 32 hexadecimal digits
	 * @return the account, the same whenever it is asked for
	 */
	public SimulatedAccount account(String accountSid) {
		return new SimulatedAccount(this.accounts.account(Sids.require(Sids.ACCOUNT, "accountSid", accountSid)),
				this.faults);
	}

	/**
	 * Returns an account whose auth token is chosen, as by the table of tenants of an
	 * application.
	 * @param accountSid {@code AC} and 32 hexadecimal digits
	 * @param authToken the auth token, which takes the place of any other
	 * @return the account, the same whenever it is asked for
	 */
	public SimulatedAccount account(String accountSid, String authToken) {
		return account(accountSid).changeAuthToken(authToken);
	}

	/**
	 * Returns the SID of the simulator's own account, which is also a user name.
	 * @return the account SID
	 */
	public String accountSid() {
		return this.account.sid();
	}

	/**
	 * Returns the password that belongs to the account SID.
	 * @return the auth token
	 */
	public String authToken() {
		return this.account.authToken();
	}

	/**
	 * Returns the SID of an API key, which is a user name, too.
	 * @return the SID of the API key
	 */
	public String apiKey() {
		return this.account.apiKey();
	}

	/**
	 * Returns the password that belongs to the API key.
	 * @return the secret of the API key
	 */
	public String apiSecret() {
		return this.account.apiSecret();
	}

	/**
	 * Returns the default service of the simulator's own account.
	 * @return the SID of the service
	 */
	public String chatServiceSid() {
		return this.account.chatServiceSid();
	}

	/**
	 * Starts to describe a conversation of the simulator's own account.
	 * @return the description
	 */
	public ConversationSeed conversation() {
		return this.account.conversation();
	}

	/**
	 * Adds a service without conversations to the simulator's own account.
	 * @param chatServiceSid {@code IS} and 32 hexadecimal digits
	 */
	public void addChatService(String chatServiceSid) {
		this.account.addChatService(chatServiceSid);
	}

	/**
	 * Suspends the simulator's own account until {@link #reset()}.
	 */
	public void suspendAccount() {
		this.account.suspend();
	}

	/**
	 * Starts to describe a fault that befalls the next request of any account.
	 * @return the description
	 */
	public SimulatedFault next() {
		return next(1);
	}

	/**
	 * Starts to describe a fault that befalls the next requests of any account.
	 * @param times how many requests
	 * @return the description
	 */
	public SimulatedFault next(int times) {
		return when((request) -> true).times(times);
	}

	/**
	 * Starts to describe a fault that befalls each request of any account that matches,
	 * until {@link #reset()}.
	 * @param matcher tells which requests match
	 * @return the description
	 */
	public SimulatedFault when(Predicate<RecordedRequest> matcher) {
		return new SimulatedFault(this.faults, matcher);
	}

	/**
	 * Returns how many requests came in since the start or the last {@link #reset()}.
	 * @return the number of requests
	 */
	public int requestCount() {
		return this.log.count();
	}

	/**
	 * Returns the requests that came in since the start or the last {@link #reset()}, at
	 * most the newest 20,000.
	 * @return the requests, oldest first
	 */
	public List<RecordedRequest> requests() {
		return this.log.requests();
	}

	/**
	 * Forgets all conversations, requests and faults, the limits that accounts were
	 * given, and all credentials but those of the {@link SimulatorSettings}. The port
	 * stays.
	 */
	public void reset() {
		this.accounts.reset();
		this.log.clear();
		this.faults.clear();
	}

	/**
	 * Stops the server and closes its connections.
	 */
	@Override
	public void close() {
		this.server.close();
	}

}
