package dev.conversations.batch;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.LongFunction;

import dev.conversations.client.ParticipantIdentifier;

/**
 * Iterates over participants that are read some at a time, so that nothing stays open in
 * between.
 */
final class BlockIterator implements Iterator<ParticipantIdentifier> {

	private final long size;

	private final LongFunction<List<ParticipantIdentifier>> reader;

	private long ordinal;

	private Iterator<ParticipantIdentifier> block = List.<ParticipantIdentifier>of().iterator();

	/**
	 * Creates an iterator.
	 * @param ordinal the ordinal of the first participant
	 * @param size the number of participants in the source
	 * @param reader reads some participants, one at least, from an ordinal on
	 */
	BlockIterator(long ordinal, long size, LongFunction<List<ParticipantIdentifier>> reader) {
		Ordinals.check(ordinal, size);
		this.ordinal = ordinal;
		this.size = size;
		this.reader = reader;
	}

	@Override
	public boolean hasNext() {
		return this.ordinal < this.size;
	}

	@Override
	public ParticipantIdentifier next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		if (!this.block.hasNext()) {
			this.block = this.reader.apply(this.ordinal).iterator();
		}
		this.ordinal++;
		return this.block.next();
	}

}
