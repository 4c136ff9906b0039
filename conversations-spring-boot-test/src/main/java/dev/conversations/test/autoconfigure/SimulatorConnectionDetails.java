package dev.conversations.test.autoconfigure;

import java.net.URI;
import java.util.Objects;

import dev.conversations.autoconfigure.ConversationsConnectionDetails;
import dev.conversations.test.ConversationsSimulator;

/**
 * The connection to a {@link ConversationsSimulator}. As a bean it has all clients of the
 * application, named ones too, talk to the simulator.
 *
 * @since 0.1.0
 */
public final class SimulatorConnectionDetails implements ConversationsConnectionDetails {

	private final ConversationsSimulator simulator;

	/**
	 * Creates the connection to a simulator, as whose own account the clients show
	 * themselves.
	 * @param simulator the simulator
	 */
	public SimulatorConnectionDetails(ConversationsSimulator simulator) {
		this.simulator = Objects.requireNonNull(simulator, "'simulator' must not be null");
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
