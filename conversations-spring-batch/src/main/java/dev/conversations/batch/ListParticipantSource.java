package dev.conversations.batch;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;

import dev.conversations.client.ParticipantIdentifier;

import org.springframework.util.Assert;

/**
 * Participants in memory.
 */
final class ListParticipantSource implements ParticipantSource {

	private final List<ParticipantIdentifier> participants;

	private final String fingerprint;

	ListParticipantSource(List<? extends ParticipantIdentifier> participants) {
		Assert.notNull(participants, "'participants' must not be null");
		this.participants = List.copyOf(participants);
		Fingerprint sum = new Fingerprint();
		this.participants.forEach(sum::add);
		this.fingerprint = sum.value();
	}

	@Override
	public Iterator<ParticipantIdentifier> from(long ordinal) {
		Ordinals.check(ordinal, size());
		return Collections.unmodifiableList(this.participants.subList((int) ordinal, this.participants.size()))
			.iterator();
	}

	@Override
	public long size() {
		return this.participants.size();
	}

	@Override
	public String fingerprint() {
		return this.fingerprint;
	}

	@Override
	public String toString() {
		return "list of %d participants".formatted(size());
	}

}
