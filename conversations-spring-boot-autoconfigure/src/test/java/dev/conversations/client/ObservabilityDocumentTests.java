package dev.conversations.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.common.docs.KeyName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page on observability says what the types that document the observations say.
 */
class ObservabilityDocumentTests {

	private static final Pattern CODE = Pattern.compile("`([^`]+)`");

	private final List<String> lines;

	ObservabilityDocumentTests() throws IOException {
		this.lines = Files.readAllLines(Path.of("../docs/observability.md"));
	}

	@Test
	void keysAreThoseOfTheDocumentationType() {
		assertThat(table("low-cardinality key").map((cells) -> quoted(cells.get(0)).get(0))).containsExactlyElementsOf(
				Arrays.stream(ConversationsObservationDocumentation.OPERATION.getLowCardinalityKeyNames())
					.map(KeyName::asString)
					.toList());
		assertThat(String.join("\n", this.lines))
			.contains("`" + new DefaultConversationsObservationConvention().getName() + "`");
	}

	@ParameterizedTest
	@ValueSource(strings = { "participants", "conversations" })
	void operationsAreThoseOfTheirResource(String resource) {
		List<String> row = table("resource").filter((cells) -> cells.get(0).equals("`" + resource + "`"))
			.findFirst()
			.orElseThrow();
		assertThat(quoted(row.get(1))).containsExactlyElementsOf(Arrays.stream(Operation.values())
			.filter((operation) -> operation.resource().equals(resource))
			.map(Operation::operation)
			.toList());
	}

	@Test
	void outcomesAreThoseOfTheContext() {
		assertThat(quoted(row("outcome"))).containsExactlyInAnyOrderElementsOf(
				Arrays.stream(ConversationsObservationContext.Outcome.values()).map(Enum::name).toList());
	}

	@Test
	void codesAreThoseThatAreKnown() {
		Set<String> codes = quoted(line("Codes that this library knows")).stream()
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(codes)
			.isEqualTo(TwilioCodes.KNOWN.stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new)));
		assertThat(quoted(row("code"))).contains("other", "none");
	}

	@Test
	void reasonsOfRetriesAreThoseThatAreCounted() {
		assertThat(quoted(line("Its `reason` is"))).containsExactlyElementsOf(
				Stream.concat(Stream.of("reason"), Arrays.stream(RetryReason.values()).map(RetryReason::toString))
					.toList());
	}

	private String row(String key) {
		return table("low-cardinality key").filter((cells) -> cells.get(0).equals("`" + key + "`"))
			.findFirst()
			.orElseThrow()
			.get(1);
	}

	private String line(String start) {
		return this.lines.stream().filter((line) -> line.startsWith(start)).findFirst().orElseThrow();
	}

	/**
	 * Reads the rows of the table whose first column has this title.
	 */
	private Stream<List<String>> table(String title) {
		return this.lines.stream()
			.dropWhile((line) -> !line.startsWith("| " + title + " |"))
			.skip(2)
			.takeWhile((line) -> line.startsWith("|"))
			.map((line) -> Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList());
	}

	private static List<String> quoted(String text) {
		return CODE.matcher(text).results().map((match) -> match.group(1)).toList();
	}

}
