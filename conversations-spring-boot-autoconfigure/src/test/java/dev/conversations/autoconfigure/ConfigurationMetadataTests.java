package dev.conversations.autoconfigure;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every property is described where an IDE looks for it.
 */
class ConfigurationMetadataTests {

	private static final Pattern ROW = Pattern
		.compile("(?m)^\\| `((?:twilio|management)[^`]*)` \\| (?:`([^`]*)` )?\\|");

	@Test
	void everyPropertyHasADescriptionThatIsASentence() throws Exception {
		assertThat(properties())
			.allSatisfy((property) -> assertThat(property.path("description").asString("")).as(property.toString())
				.endsWith("."));
	}

	@Test
	void documentationHasEveryPropertyWithItsDefault() throws Exception {
		Map<String, String> expected = new TreeMap<>();
		properties().forEach((property) -> expected.put(property.at("/name").asString(),
				property.path("defaultValue").asString("")));
		Map<String, String> documented = new TreeMap<>();
		Matcher row = ROW.matcher(Files.readString(Path.of("../docs/configuration.md")));
		while (row.find()) {
			documented.put(row.group(1), (row.group(2) != null) ? row.group(2) : "");
		}
		assertThat(documented).isEqualTo(expected);
	}

	@Test
	void hintsAreTheRegionsWithTheirOwnEdges() throws Exception {
		assertThat(hint("twilio.region")).hasSize(3)
			.zipSatisfy(hint("twilio.edge"),
					(region, edge) -> assertThat(
							TwilioEndpoint.of(new TextProperty("region", region), new TextProperty("edge", null)))
						.hasToString("https://conversations.%s.%s.twilio.com".formatted(edge, region)));
	}

	private static List<String> hint(String property) throws Exception {
		assertThat(properties()).anyMatch((candidate) -> candidate.at("/name").asString().equals(property));
		return metadata("hints").stream()
			.filter((hint) -> hint.at("/name").asString().equals(property))
			.flatMap((hint) -> hint.path("values").valueStream())
			.map((value) -> value.at("/value").asString())
			.toList();
	}

	static List<JsonNode> properties() throws Exception {
		return metadata("properties");
	}

	private static List<JsonNode> metadata(String name) throws Exception {
		try (InputStream metadata = TwilioProperties.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			assertThat(metadata).isNotNull();
			return List.copyOf(JsonMapper.shared().readTree(metadata).path(name).values());
		}
	}

}
