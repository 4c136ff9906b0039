package dev.conversations.batch;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.conversations.client.PageCursor;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Position that a reader has come to: every participant below {@link #next()} is either
 * among those that were begun or done with.
 */
final class ReadPosition {

	private static final String SEPARATOR = ",";

	private long next;

	private final SortedMap<Long, Place> open = new TreeMap<>();

	ReadPosition(long next) {
		this.next = next;
	}

	/**
	 * Returns the ordinal of the first participant that was not begun.
	 * @return the ordinal
	 */
	long next() {
		return this.next;
	}

	/**
	 * Returns the participants that were begun, and how far they were read.
	 * @return the places by ordinal
	 */
	SortedMap<Long, Place> open() {
		return Collections.unmodifiableSortedMap(this.open);
	}

	Place place(long ordinal) {
		begin(ordinal);
		return this.open.getOrDefault(ordinal, Place.START);
	}

	void move(long ordinal, Place place) {
		begin(ordinal);
		this.open.put(ordinal, place);
	}

	void finish(long ordinal) {
		begin(ordinal);
		this.open.remove(ordinal);
	}

	private void begin(long ordinal) {
		while (this.next <= ordinal) {
			this.open.put(this.next++, Place.START);
		}
	}

	String encode() {
		StringBuilder text = new StringBuilder().append(this.next);
		this.open.forEach((ordinal, place) -> {
			text.append('\n').append(ordinal);
			if (!place.equals(Place.START)) {
				text.append(SEPARATOR).append((place.cursor() != null) ? place.cursor().value() : "");
				text.append(SEPARATOR).append(place.offset());
				text.append(SEPARATOR).append((place.last() != null) ? place.last() : "");
			}
		});
		return Compression.compress(text.toString());
	}

	static ReadPosition decode(String text) {
		try {
			String[] lines = Compression.decompress(text).split("\n", -1);
			ReadPosition position = new ReadPosition(Long.parseLong(lines[0]));
			for (int i = 1; i < lines.length; i++) {
				String[] parts = lines[i].split(SEPARATOR, -1);
				position.open.put(Long.valueOf(parts[0]), place(parts));
			}
			return position;
		}
		catch (IllegalArgumentException | ArrayIndexOutOfBoundsException ex) {
			throw new IllegalStateException("The execution context does not hold the state of this reader", ex);
		}
	}

	private static Place place(String[] parts) {
		if (parts.length == 1) {
			return Place.START;
		}
		Assert.isTrue(parts.length == 4, "a place has a cursor, an offset and a SID");
		return new Place(parts[1].isEmpty() ? null : PageCursor.of(parts[1]), Integer.parseInt(parts[2]),
				text(parts[3]));
	}

	private static @Nullable String text(String part) {
		return part.isEmpty() ? null : part;
	}

}
