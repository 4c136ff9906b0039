package dev.conversations.autoconfigure;

import dev.conversations.client.ParticipantClientSettings;

/**
 * What a client is made from. It is checked when the application starts, while the client
 * itself is made when it is first asked for.
 *
 * @param name the name of the client's connections in metrics
 * @param settings what the client does
 * @param http how it connects
 */
record ClientConfiguration(String name, ParticipantClientSettings settings, HttpSettings http) {

	@Override
	public String toString() {
		return this.name;
	}

}
