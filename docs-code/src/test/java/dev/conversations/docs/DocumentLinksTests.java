package dev.conversations.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each link from one document to another leads to a file and, where it names one, to a
 * heading.
 */
class DocumentLinksTests {

	private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

	private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)\\s]+)\\)");

	private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);

	private static final Pattern CODE = Pattern.compile("^```.*?^```", Pattern.DOTALL | Pattern.MULTILINE);

	static Stream<Arguments> links() throws IOException {
		return documents().stream()
			.flatMap((document) -> LINK.matcher(text(document))
				.results()
				.map((link) -> Arguments.of(PROJECT.relativize(document), link.group(1))));
	}

	private static List<Path> documents() throws IOException {
		try (Stream<Path> root = Files.list(PROJECT); Stream<Path> docs = Files.list(PROJECT.resolve("docs"))) {
			return Stream.concat(root, docs).filter((file) -> file.toString().endsWith(".md")).sorted().toList();
		}
	}

	private static String text(Path document) {
		try {
			return CODE.matcher(Files.readString(document)).replaceAll("");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@ParameterizedTest
	@MethodSource("links")
	void linkLeadsSomewhere(Path document, String link) {
		String[] parts = link.split("#", 2);
		Path source = PROJECT.resolve(document);
		Path target = parts[0].isEmpty() ? source : source.resolveSibling(parts[0]).normalize();
		assertThat(target).exists();
		if (parts.length == 2) {
			assertThat(anchors(text(target))).contains(parts[1]);
		}
	}

	@Test
	void anchorsAreThoseOfTheHeadings() {
		assertThat(anchors("# A `b` c!\ntext\n## When things fail\n")).containsExactly("a-b-c", "when-things-fail");
	}

	private static List<String> anchors(String document) {
		return HEADING.matcher(document)
			.results()
			.map((heading) -> heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\w -]", "").replace(' ', '-'))
			.toList();
	}

}
