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

	private static List<JsonNode> properties() throws Exception {
		try (InputStream metadata = TwilioProperties.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			assertThat(metadata).isNotNull();
			return List.copyOf(JsonMapper.builder().build().readTree(metadata).path("properties").values());
		}
	}

}
