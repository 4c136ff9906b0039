package dev.conversations.batch;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

import javax.sql.DataSource;

import dev.conversations.client.ParticipantIdentifier;

/**
 * The participants of a sweep, numbered from 0. The number of a participant, its ordinal,
 * must be the same whenever and wherever the source is read, since all that a sweep
 * remembers and reports of a participant is its ordinal.
 *
 * @since 0.1.0
 */
public interface ParticipantSource {

	/**
	 * Returns the participants from an ordinal on.
	 * @param ordinal the ordinal of the first participant, 0 to {@link #size()}
	 * @return the participants in the order of their ordinals; the iterator holds no
	 * resources that would have to be closed
	 */
	Iterator<ParticipantIdentifier> from(long ordinal);

	/**
	 * Returns how many participants there are.
	 * @return the number of participants
	 */
	long size();

	/**
	 * Returns a text that differs when the source differs, so that a sweep is not
	 * restarted with other participants than it was started with.
	 * @return at most 40 characters that hold no personal data; by default the size
	 */
	default String fingerprint() {
		return Long.toString(size());
	}

	/**
	 * Returns a source of participants in memory.
	 * @param participants the participants
	 * @return the source, which holds a copy of the list
	 */
	static ParticipantSource of(List<? extends ParticipantIdentifier> participants) {
		return new ListParticipantSource(participants);
	}

	/**
	 * Returns a source that reads a text file in UTF-8. Each line is {@code identity:} or
	 * {@code address:} followed by the identity or the address. The file is read through
	 * once at the first use, to count the lines and to remember where every thousandth
	 * begins, and must not change from then on.
	 * @param file the file
	 * @return the source, which keeps the file open only while it reads
	 */
	static ParticipantSource lines(Path file) {
		return new LinesParticipantSource(file);
	}

	/**
	 * Returns a source that reads a table with the columns {@code ordinal},
	 * {@code identity} and {@code address}. Ordinals are unique and go from 0 to the
	 * number of rows less one; of identity and address one is null.
	 * @param dataSource the database
	 * @param table the name of the table, with its schema if need be
	 * @return the source, which reads 1,000 rows at a time
	 * @throws IllegalArgumentException if the name is not made of letters, digits,
	 * underscores and dots
	 */
	static ParticipantSource table(DataSource dataSource, String table) {
		return table(dataSource, table, "ordinal", "identity", "address");
	}

	/**
	 * Returns a source that reads a table with columns of other names.
	 * @param dataSource the database
	 * @param table the name of the table, with its schema if need be
	 * @param ordinal the column with the ordinals
	 * @param identity the column with the identities
	 * @param address the column with the addresses
	 * @return the source, which reads 1,000 rows at a time
	 * @throws IllegalArgumentException if a name is not made of letters, digits,
	 * underscores and dots
	 * @see #table(DataSource, String)
	 */
	static ParticipantSource table(DataSource dataSource, String table, String ordinal, String identity,
			String address) {
		return new TableParticipantSource(dataSource, table, ordinal, identity, address);
	}

}
