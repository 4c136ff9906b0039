package dev.conversations.sample.batch;

import java.net.URI;

import dev.conversations.autoconfigure.ConversationsConnectionDetails;
import dev.conversations.test.ConversationsSimulator;

/**
 * The connection to a simulator.
 */
class SimulatorConnectionDetails implements ConversationsConnectionDetails {

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

}
