package dev.conversations.test;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * An account of a {@link ConversationsSimulator}, with data, limits and credentials of
 * its own. A request belongs to the account whose credentials it shows.
 *
 * @since 0.1.0
 * @see ConversationsSimulator#account(String)
 */
public final class SimulatedAccount {

	private final Account account;

	private final Faults faults;

	SimulatedAccount(Account account, Faults faults) {
		this.account = account;
		this.faults = faults;
	}

	/**
	 * Returns the SID of the account, which is also a user name.
	 * @return the account SID
	 */
	public String sid() {
		return this.account.sid();
	}

	/**
	 * Returns the password that belongs to the account SID.
	 * @return the auth token
	 */
	public String authToken() {
		return this.account.credentials().authToken();
	}

	/**
	 * Returns the SID of an API key, which is a user name, too.
	 * @return the SID of the API key
	 */
	public String apiKey() {
		return this.account.credentials().apiKey();
	}

	/**
	 * Returns the password that belongs to the API key.
	 * @return the secret of the API key
	 */
	public String apiSecret() {
		return this.account.credentials().apiSecret();
	}

	/**
	 * Returns an access token, which a request shows as {@code Authorization: Bearer}.
	 * @return the access token
	 */
	public String accessToken() {
		return this.account.accessToken();
	}

	/**
	 * Replaces the auth token, as a rotation does: the old one is refused from now on.
	 * @param authToken the new auth token
	 * @return this account
	 */
	public SimulatedAccount changeAuthToken(String authToken) {
		this.account.changeAuthToken(SimulatorCredentials.requireText(authToken, "authToken"));
		return this;
	}

	/**
	 * Accepts one more API key.
	 * @param apiKey {@code SK} and 32 hexadecimal digits
	 * @param apiSecret the secret of the API key
	 * @return this account
	 */
	public SimulatedAccount acceptApiKey(String apiKey, String apiSecret) {
		this.account.acceptApiKey(Sids.require(Sids.API_KEY, "apiKey", apiKey),
				SimulatorCredentials.requireText(apiSecret, "apiSecret"));
		return this;
	}

	/**
	 * Accepts one more access token.
	 * @param accessToken the access token
	 * @return this account
	 */
	public SimulatedAccount acceptAccessToken(String accessToken) {
		this.account.acceptAccessToken(SimulatorCredentials.requireText(accessToken, "accessToken"));
		return this;
	}

	/**
	 * Sets the limits, which are those of the {@link SimulatorSettings} at first.
	 * @param limits the limits
	 * @return this account
	 */
	public SimulatedAccount limits(SimulatorLimits limits) {
		this.account.limits(limits);
		return this;
	}

	/**
	 * Suspends the account, which is answered with status 403 until the simulator is
	 * reset.
	 */
	public void suspend() {
		this.account.suspend();
	}

	/**
	 * Returns the account's default service, which the plain paths are about.
	 * @return the SID of the service
	 */
	public String chatServiceSid() {
		return this.account.store().defaultServiceSid();
	}

	/**
	 * Starts to describe a conversation; it exists once {@link ConversationSeed#add()} is
	 * called.
	 * @return the description
	 */
	public ConversationSeed conversation() {
		return new ConversationSeed(this.account.store());
	}

	/**
	 * Returns the conversations that exist, whoever has added them.
	 * @return the conversations in the order of their SIDs
	 */
	public List<SimulatedConversation> conversations() {
		Store store = this.account.store();
		return store.atomically((now) -> store.conversations()
			.all()
			.stream()
			.map((conversation) -> SimulatedConversation.of(store, conversation))
			.sorted(Comparator.comparing(SimulatedConversation::sid))
			.toList());
	}

	/**
	 * Sets how the conversations are initialized that are created with participants from
	 * now on.
	 * @param initialization the initialization
	 * @return this account
	 */
	public SimulatedAccount initialization(SimulatedInitialization initialization) {
		this.account.initialization(initialization);
		return this;
	}

	/**
	 * Adds a service without conversations. A conversation adds its service by itself.
	 * @param chatServiceSid {@code IS} and 32 hexadecimal digits
	 */
	public void addChatService(String chatServiceSid) {
		this.account.store().addService(Sids.require(Sids.SERVICE, "chat_service_sid", chatServiceSid));
	}

	/**
	 * Starts to describe a fault that befalls the next request of the account.
	 * @return the description
	 */
	public SimulatedFault next() {
		return next(1);
	}

	/**
	 * Starts to describe a fault that befalls the next requests of the account.
	 * @param times how many requests
	 * @return the description
	 */
	public SimulatedFault next(int times) {
		return when((request) -> true).times(times);
	}

	/**
	 * Starts to describe a fault that befalls each request of the account that matches,
	 * until the simulator is reset.
	 * @param matcher tells which requests match
	 * @return the description
	 */
	public SimulatedFault when(Predicate<RecordedRequest> matcher) {
		String sid = sid();
		return new SimulatedFault(this.faults, (request) -> sid.equals(request.accountSid())).matching(matcher);
	}

	/**
	 * Returns how many requests of the account came in since the start or the last reset.
	 * @return the number of requests
	 */
	public int requestCount() {
		return this.account.log().count();
	}

	/**
	 * Returns the requests of the account that came in since the start or the last reset,
	 * at most the newest 20,000.
	 * @return the requests, oldest first
	 */
	public List<RecordedRequest> requests() {
		return this.account.log().requests();
	}

	@Override
	public String toString() {
		return sid();
	}

}
