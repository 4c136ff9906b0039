package dev.conversations.autoconfigure;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.conversations.client.LimitSettings;
import dev.conversations.client.PagingSettings;
import dev.conversations.client.RetrySettings;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

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
	void defaultsAreThoseOfTheClient() throws Exception {
		RetrySettings retry = RetrySettings.defaults();
		LimitSettings limits = LimitSettings.defaults();
		PagingSettings paging = PagingSettings.defaults();
		assertThat(defaultValue("retry.max-attempts")).isEqualTo(String.valueOf(retry.maxAttempts()));
		assertThat(DurationStyle.SIMPLE.parse(defaultValue("retry.min-backoff"))).isEqualTo(retry.minBackoff());
		assertThat(DurationStyle.SIMPLE.parse(defaultValue("retry.max-backoff"))).isEqualTo(retry.maxBackoff());
		assertThat(DurationStyle.SIMPLE.parse(defaultValue("retry.max-retry-after"))).isEqualTo(retry.maxRetryAfter());
		assertThat(DurationStyle.SIMPLE.parse(defaultValue("http.response-timeout")))
			.isEqualTo(limits.responseTimeout());
		assertThat(DataSize.parse(defaultValue("http.max-in-memory-size")))
			.isEqualTo(DataSize.ofBytes(limits.maxInMemorySize()));
		assertThat(defaultValue("http.max-connections")).isEqualTo(String.valueOf(limits.maxConnections()));
		assertThat(defaultValue("paging.read-ahead")).isEqualTo(String.valueOf(paging.readAhead()));
		assertThat(defaultValue("paging.max-empty-pages")).isEqualTo(String.valueOf(paging.maxEmptyPages()));
	}

	private static String defaultValue(String property) throws Exception {
		return properties().stream()
			.filter((candidate) -> candidate.at("/name").asString().equals("twilio.conversations." + property))
			.map((candidate) -> candidate.path("defaultValue").asString())
			.findFirst()
			.orElseThrow();
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
