package dev.conversations.client;

/**
 * What tests in other packages may know of a client's inside.
 */
public final class ClientInternals {

	private ClientInternals() {
	}

	public static int permits(ParticipantClient client) {
		return gate(client).permits();
	}

	public static int permitsInUse(ParticipantClient client) {
		return gate(client).inUse();
	}

	public static int waiting(ParticipantClient client) {
		return gate(client).waiting();
	}

	private static RequestGate gate(ParticipantClient client) {
		return ((DefaultParticipantClient) client).gate();
	}

}
