package dev.conversations.batch;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

import dev.conversations.client.ParticipantIdentifier;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Tells where the lines of a file begin.
 *
 * @param starts the place of each {@value #BLOCK}th line in bytes
 * @param size the number of lines
 * @param fingerprint the sum of all lines
 * @param length the length of the file in bytes
 * @param modified when the file was changed last
 */
record LineIndex(List<Long> starts, long size, String fingerprint, long length, FileTime modified) {

	static final int BLOCK = 1000;

	static LineIndex of(Path file) throws IOException {
		BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
		List<Long> starts = new ArrayList<>();
		Fingerprint sum = new Fingerprint();
		long size = 0;
		try (LineReader reader = new LineReader(Files.newInputStream(file))) {
			long start = 0;
			for (String line = reader.next(); line != null; line = reader.next()) {
				if (size % BLOCK == 0) {
					starts.add(start);
				}
				size++;
				participant(line, size);
				sum.add(line);
				start = reader.position();
			}
		}
		return new LineIndex(starts, size, sum.value(), attributes.size(), attributes.lastModifiedTime());
	}

	/**
	 * Reads from a line on to the end of its block.
	 * @param file the file
	 * @param first the number of the line, from 0
	 * @return the participants
	 */
	List<ParticipantIdentifier> read(Path file, long first) throws IOException {
		checkUnchanged(file);
		long block = first / BLOCK;
		List<ParticipantIdentifier> participants = new ArrayList<>();
		try (SeekableByteChannel channel = Files.newByteChannel(file)) {
			channel.position(this.starts.get((int) block));
			LineReader reader = new LineReader(Channels.newInputStream(channel));
			long end = Math.min((block + 1) * BLOCK, this.size);
			for (long line = block * BLOCK; line < end; line++) {
				ParticipantIdentifier participant = participant(reader.next(), line + 1);
				if (line >= first) {
					participants.add(participant);
				}
			}
		}
		return participants;
	}

	private void checkUnchanged(Path file) throws IOException {
		BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
		Assert.state(attributes.size() == this.length && attributes.lastModifiedTime().equals(this.modified),
				"The file of participants has changed since it was first read");
	}

	private static ParticipantIdentifier participant(@Nullable String line, long number) {
		ParticipantIdentifier participant = (line != null) ? Identifiers.parse(line) : null;
		Assert.state(participant != null,
				() -> "Line %d of the participants must be 'identity:' or 'address:' and a value".formatted(number));
		return participant;
	}

}
