package dev.conversations.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.conversations.client.ParticipantIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link ParticipantSource}.
 */
class ParticipantSourceTests {

	private static final List<ParticipantIdentifier> PARTICIPANTS = IntStream.range(0, 2500)
		.mapToObj((i) -> (i % 2 == 0) ? ParticipantIdentifier.identity("ünicode " + i)
				: ParticipantIdentifier.address("+37525%07d".formatted(i)))
		.toList();

	@TempDir
	Path directory;

	@Test
	void fromReadsOnFromAnyOrdinal() throws IOException {
		try (Table table = new Table(PARTICIPANTS)) {
			for (ParticipantSource source : List.of(ParticipantSource.of(PARTICIPANTS), lines("\n"), lines("\r\n"),
					table.source())) {
				assertThat(source.size()).isEqualTo(2500);
				for (int ordinal : new int[] { 0, 1, 999, 1000, 1001, 2499, 2500 }) {
					assertThat(read(source, ordinal)).isEqualTo(PARTICIPANTS.subList(ordinal, 2500));
				}
			}
		}
	}

	@Test
	void fingerprintWhenSameParticipantsIsTheSame() throws IOException {
		String fingerprint = ParticipantSource.of(PARTICIPANTS).fingerprint();
		try (Table table = new Table(PARTICIPANTS)) {
			assertThat(table.source().fingerprint()).isEqualTo(fingerprint);
		}
		assertThat(lines("\r\n").fingerprint()).isEqualTo(fingerprint).startsWith("2500-").hasSizeLessThanOrEqualTo(40);
		assertThat(ParticipantSource.of(PARTICIPANTS.subList(1, 2500)).fingerprint()).isNotEqualTo(fingerprint);
	}

	@Test
	void fromWhenOrdinalIsOutsideIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> ParticipantSource.of(PARTICIPANTS).from(2501))
			.withMessage("'ordinal' must be between 0 and the size of the source");
	}

	@Test
	void linesWhenLineIsBadTellsItsNumberOnly() throws IOException {
		Path file = write("identity:ada\n+375255555555\n");
		assertThatIllegalStateException().isThrownBy(ParticipantSource.lines(file)::size)
			.withMessage("Line 2 of the participants must be 'identity:' or 'address:' and a value");
	}

	@Test
	void linesWhenFileIsEmptyHoldsNobody() throws IOException {
		assertThat(ParticipantSource.lines(write("")).from(0)).isExhausted();
	}

	@Test
	void linesWhenFileChangesIsRefused() throws IOException {
		Path file = write("identity:ada\nidentity:bob\n");
		ParticipantSource source = ParticipantSource.lines(file);
		assertThat(source.size()).isEqualTo(2);
		Files.writeString(file, "identity:ada\nidentity:robert\n");
		assertThatIllegalStateException().isThrownBy(source.from(0)::next)
			.withMessage("The file of participants has changed since it was first read");
	}

	@Test
	void tableWhenOrdinalsHaveGapIsRefused() {
		try (Table table = new Table(PARTICIPANTS.subList(0, 10))) {
			table.jdbc().update("delete from p where ordinal = 4");
			assertThatIllegalStateException().isThrownBy(table.source()::size)
				.withMessage("The ordinals of the participants must go from 0 to the number of rows less one");
		}
	}

	@Test
	void tableWhenRowNamesNobodyIsRefused() {
		try (Table table = new Table(PARTICIPANTS.subList(0, 10))) {
			table.jdbc().update("update p set identity = null, address = null where ordinal = 4");
			assertThatIllegalStateException().isThrownBy(table.source()::fingerprint)
				.withMessage("A participant must have either an identity or an address");
		}
	}

	@Test
	void tableWhenNameIsNoneIsRefused() {
		try (Table table = new Table(List.of())) {
			assertThatIllegalArgumentException()
				.isThrownBy(() -> ParticipantSource.table(table.database(), "p; drop table p"))
				.withMessage("'table' must be made of letters, digits, underscores and dots");
			assertThat(table.source().size()).isZero();
		}
	}

	private ParticipantSource lines(String separator) throws IOException {
		return ParticipantSource
			.lines(write(String.join(separator, PARTICIPANTS.stream().map(Identifiers::line).toList())));
	}

	private Path write(String text) throws IOException {
		return Files.writeString(Files.createTempFile(this.directory, "participants", ".txt"), text);
	}

	private static List<ParticipantIdentifier> read(ParticipantSource source, long ordinal) {
		List<ParticipantIdentifier> participants = new ArrayList<>();
		source.from(ordinal).forEachRemaining(participants::add);
		return participants;
	}

	/**
	 * A table of participants.
	 */
	private static final class Table implements AutoCloseable {

		private final EmbeddedDatabase database = new EmbeddedDatabaseBuilder().generateUniqueName(true)
			.setType(EmbeddedDatabaseType.H2)
			.build();

		Table(List<ParticipantIdentifier> participants) {
			jdbc().execute("create table p (ordinal bigint, identity varchar(256), address varchar(256))");
			List<Object[]> rows = IntStream.range(0, participants.size())
				.mapToObj((i) -> row(i, participants.get(i)))
				.toList();
			jdbc().batchUpdate("insert into p values (?, ?, ?)", rows);
		}

		private static Object[] row(int ordinal, ParticipantIdentifier participant) {
			boolean identity = Identifiers.kind(participant).equals(Identifiers.IDENTITY);
			return new Object[] { ordinal, identity ? participant.value() : null,
					identity ? null : participant.value() };
		}

		JdbcTemplate jdbc() {
			return new JdbcTemplate(this.database);
		}

		EmbeddedDatabase database() {
			return this.database;
		}

		ParticipantSource source() {
			return ParticipantSource.table(this.database, "p");
		}

		@Override
		public void close() {
			this.database.shutdown();
		}

	}

}
