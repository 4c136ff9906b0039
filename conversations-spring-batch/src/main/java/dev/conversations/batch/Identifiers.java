package dev.conversations.batch;

import dev.conversations.client.ParticipantIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Identifiers as text.
 */
final class Identifiers {

	static final String IDENTITY = "identity";

	static final String ADDRESS = "address";

	private static final String IDENTITY_PREFIX = IDENTITY + ":";

	private static final String ADDRESS_PREFIX = ADDRESS + ":";

	private Identifiers() {
	}

	static String kind(ParticipantIdentifier participant) {
		return (participant instanceof ParticipantIdentifier.Identity) ? IDENTITY : ADDRESS;
	}

	static String line(ParticipantIdentifier participant) {
		return kind(participant) + ":" + participant.value();
	}

	/**
	 * Reads a line.
	 * @param line the line
	 * @return the participant, or {@code null} if the line is none
	 */
	static @Nullable ParticipantIdentifier parse(String line) {
		try {
			if (line.startsWith(IDENTITY_PREFIX)) {
				return ParticipantIdentifier.identity(line.substring(IDENTITY_PREFIX.length()));
			}
			if (line.startsWith(ADDRESS_PREFIX)) {
				return ParticipantIdentifier.address(line.substring(ADDRESS_PREFIX.length()));
			}
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
		return null;
	}

}
