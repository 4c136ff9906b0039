package dev.conversations.batch;

import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

import dev.conversations.client.ParticipantIdentifier;

/**
 * The participants that a position leaves to be read: first those that were begun, then
 * those that were not.
 */
final class ReadTasks implements Iterator<ReadTask> {

	private final ParticipantSource source;

	private final Iterator<Map.Entry<Long, Place>> begun;

	private final long end;

	private final Iterator<ParticipantIdentifier> rest;

	private long next;

	ReadTasks(ParticipantSource source, ReadPosition position, long end) {
		this.source = source;
		this.begun = Map.copyOf(position.open()).entrySet().stream().sorted(Map.Entry.comparingByKey()).iterator();
		this.next = position.next();
		this.rest = source.from(this.next);
		this.end = end;
	}

	@Override
	public boolean hasNext() {
		return this.begun.hasNext() || this.next < this.end;
	}

	@Override
	public ReadTask next() {
		if (this.begun.hasNext()) {
			Map.Entry<Long, Place> entry = this.begun.next();
			return new ReadTask(entry.getKey(), this.source.from(entry.getKey()).next(), entry.getValue());
		}
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		return new ReadTask(this.next++, this.rest.next(), Place.START);
	}

}
