package dev.conversations.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

import dev.conversations.client.ParticipantIdentifier;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Participants in the lines of a file.
 */
final class LinesParticipantSource implements ParticipantSource {

	private final Path file;

	private @Nullable LineIndex index;

	LinesParticipantSource(Path file) {
		Assert.notNull(file, "'file' must not be null");
		this.file = file;
	}

	@Override
	public Iterator<ParticipantIdentifier> from(long ordinal) {
		LineIndex lines = index();
		return new BlockIterator(ordinal, lines.size(), (first) -> read(lines, first));
	}

	@Override
	public long size() {
		return index().size();
	}

	@Override
	public String fingerprint() {
		return index().fingerprint();
	}

	private List<ParticipantIdentifier> read(LineIndex lines, long first) {
		try {
			return lines.read(this.file, first);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The file of participants cannot be read", ex);
		}
	}

	private synchronized LineIndex index() {
		if (this.index == null) {
			try {
				this.index = LineIndex.of(this.file);
			}
			catch (IOException ex) {
				throw new UncheckedIOException("The file of participants cannot be read", ex);
			}
		}
		return this.index;
	}

	@Override
	public String toString() {
		return "lines of a file";
	}

}
