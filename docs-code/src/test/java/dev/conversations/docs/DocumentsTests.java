package dev.conversations.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The Java and Kotlin code of the README and of the documents is code that the build
 * compiles: each block stands in a source of this module or in the tests of another one.
 * White space makes no difference.
 */
class DocumentsTests {

	private static final Path PROJECT = Path.of("..");

	private static final Pattern BLOCK = Pattern.compile(
			"^[ \t>]*(```+|~~~+)[ \t]*(?:java|kotlin)\\b[^\n]*\n(.*?)^[ \t>]*\\1",
			Pattern.DOTALL | Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

	private static final Pattern CALL = Pattern.compile("\\| `((?:[A-Z][A-Za-z]*|twilio)\\.[a-zA-Z]+\\([^`]*)`");

	private static final Pattern FILE_BLOCK = Pattern.compile("^```(?:java|xml|yaml)\n(.*?)^```",
			Pattern.DOTALL | Pattern.MULTILINE);

	private static final Pattern SOURCE = Pattern.compile(
			"\\.\\./(?:docs-[a-z]+/src/.*|release-tests/consumer/src/.*|sample-.*|.*/src/test/java/.*)\\.(?:java|kt)");

	static Stream<Arguments> blocks() throws IOException {
		return documents().flatMap((document) -> blocks(read(document))
			.map((block) -> Arguments.of(document.getFileName().toString(), block)));
	}

	private static Stream<Path> documents() throws IOException {
		try (Stream<Path> documents = Files.list(PROJECT.resolve("docs"))) {
			List<Path> pages = documents.filter((file) -> file.toString().endsWith(".md")).sorted().toList();
			return Stream.concat(Stream.of(PROJECT.resolve("README.md")), pages.stream());
		}
	}

	private static Stream<String> blocks(String document) {
		return BLOCK.matcher(document).results().map((block) -> folded(block.group(2)));
	}

	@ParameterizedTest
	@MethodSource("blocks")
	void blockStandsInASource(String document, String block) throws IOException {
		assertThat(block).as("a block of %s", document).isNotEmpty();
		assertThat(isInASource(block)).as("a source has this block of %s:%n%s", document, block).isTrue();
	}

	@Test
	void blockThatNoSourceHasIsNotFound() throws IOException {
		assertThat(isInASource("return " + "nowhere;")).isFalse();
	}

	@Test
	void blocksAreFoundHoweverTheyAreFenced() {
		assertThat(blocks(
				"```java\na\n```\n~~~ Java title\n\tb\n  c\n~~~\n- x:\n  ````java\n  d\n  ````\n```yaml\ne\n```"))
			.containsExactly("a", "b c", "d");
	}

	@Test
	void documentsWithCodeAreRead() throws IOException {
		assertThat(blocks()).extracting((block) -> block.get()[0]).contains("README.md", "recipes.md", "sweeps.md");
	}

	@ParameterizedTest
	@MethodSource
	void callOfTheMigrationStandsInItsTest(String call) {
		Path tests = Path.of("src/test/java/dev/conversations/docs");
		String sources = read(tests.resolve("MigratingTests.java")) + read(tests.resolve("MigratingServiceTests.java"));
		assertThat(sources.replaceAll("\\s", "")).contains(call.replaceAll("\\s", ""));
	}

	static Stream<String> callOfTheMigrationStandsInItsTest() {
		return CALL.matcher(read(PROJECT.resolve("docs/migrating.md"))).results().map((call) -> call.group(1));
	}

	@ParameterizedTest
	@MethodSource
	void blockOfGettingStartedStandsInTheConsumer(String block) throws IOException {
		try (Stream<Path> files = Files.walk(PROJECT.resolve("release-tests/consumer"))) {
			assertThat(files.filter(Files::isRegularFile)).anyMatch((file) -> folded(read(file)).contains(block));
		}
	}

	static Stream<String> blockOfGettingStartedStandsInTheConsumer() {
		return FILE_BLOCK.matcher(read(PROJECT.resolve("docs/getting-started.md")))
			.results()
			.map((block) -> folded(block.group(1)));
	}

	private static boolean isInASource(String block) throws IOException {
		try (Stream<Path> files = Files.find(PROJECT, 20,
				(file, attributes) -> SOURCE.matcher(file.toString().replace('\\', '/')).matches())) {
			return files.anyMatch((file) -> folded(read(file)).contains(block));
		}
	}

	private static String folded(String code) {
		return code.replaceAll("\\s+", " ").strip();
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
