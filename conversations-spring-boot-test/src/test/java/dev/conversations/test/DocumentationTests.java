package dev.conversations.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The Java code of the README and the documents is code that the build compiles and runs.
 */
class DocumentationTests {

	private static final Path PROJECT = Path.of("..");

	private static final Pattern CODE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

	@ParameterizedTest
	@MethodSource("code")
	void codeIsPartOfSource(String code) throws IOException {
		assertThat(sources().stream().anyMatch((source) -> source.contains(code))).as("a source has this:%n%s", code)
			.isTrue();
	}

	private static List<String> code() throws IOException {
		try (Stream<Path> documents = Files.list(PROJECT.resolve("docs"))) {
			return Stream.concat(Stream.of(PROJECT.resolve("README.md")), documents)
				.flatMap((document) -> CODE.matcher(read(document)).results())
				.map((block) -> unindented(block.group(1)))
				.toList();
		}
	}

	private static List<String> sources() throws IOException {
		try (Stream<Path> files = Files.find(PROJECT, 20,
				(file, attributes) -> file.toString().matches(".*/src/(main|test)/java/.*[.]java"))) {
			return files.map((file) -> unindented(read(file))).toList();
		}
	}

	private static String unindented(String code) {
		return code.replaceAll("(?m)^[ \t]+", "");
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
