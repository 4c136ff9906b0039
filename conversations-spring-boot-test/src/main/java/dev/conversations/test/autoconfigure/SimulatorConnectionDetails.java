package dev.conversations.test.autoconfigure;

import java.net.URI;

import dev.conversations.autoconfigure.ConversationsConnectionDetails;
import dev.conversations.test.ConversationsSimulator;

/**
 * The connection to a simulator.
 */
class SimulatorConnectionDetails implements ConversationsConnectionDetails {

	static final String BEAN_NAME = "simulatorConversationsConnectionDetails";

	private final ConversationsSimulator simulator;

	SimulatorConnectionDetails(ConversationsSimulator simulator) {
		this.simulator = simulator;
	}

	@Override
	public URI getBaseUrl() {
		return URI.create(this.simulator.baseUrl());
	}

	@Override
	public String getAccountSid() {
		return this.simulator.accountSid();
	}

	@Override
	public String getUsername() {
		return this.simulator.accountSid();
	}

	@Override
	public String getPassword() {
		return this.simulator.authToken();
	}

	/**
	 * Returns these details: a named client must not reach Twilio from a test either.
	 * @param name the name of the client
	 * @return these details
	 */
	@Override
	public ConversationsConnectionDetails forClient(String name) {
		return this;
	}

}
