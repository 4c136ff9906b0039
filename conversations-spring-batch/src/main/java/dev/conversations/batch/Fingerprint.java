package dev.conversations.batch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import dev.conversations.client.ParticipantIdentifier;

/**
 * Sums up all participants of a source in a few characters.
 */
final class Fingerprint {

	private static final int BYTES = 8;

	private final MessageDigest digest;

	private long count;

	Fingerprint() {
		try {
			this.digest = MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	Fingerprint add(ParticipantIdentifier participant) {
		return add(Identifiers.line(participant));
	}

	Fingerprint add(String line) {
		this.digest.update(line.getBytes(StandardCharsets.UTF_8));
		this.digest.update((byte) '\n');
		this.count++;
		return this;
	}

	/**
	 * Returns the fingerprint; nothing can be added any more.
	 * @return the number of participants and a part of the hash of all of them
	 */
	String value() {
		return this.count + "-" + HexFormat.of().formatHex(this.digest.digest(), 0, BYTES);
	}

}
