package dev.conversations.autoconfigure;

import java.io.InputStream;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every property is described where an IDE looks for it.
 */
class ConfigurationMetadataTests {

	@Test
	void everyPropertyHasADescriptionThatIsASentence() throws Exception {
		List<JsonNode> properties = properties();
		assertThat(properties).extracting((property) -> property.at("/name").asString())
			.contains("twilio.account-sid", "twilio.auth-token", "twilio.api-key", "twilio.api-secret", "twilio.region",
					"twilio.edge", "twilio.conversations.base-url", "twilio.conversations.chat-service-sid",
					"twilio.conversations.webhook-enabled", "twilio.conversations.allow-insecure",
					"twilio.conversations.paging.page-size", "twilio.conversations.paging.read-ahead",
					"twilio.conversations.paging.max-empty-pages", "twilio.conversations.http.connect-timeout",
					"twilio.conversations.http.response-timeout", "twilio.conversations.http.compression",
					"twilio.conversations.http.max-connections", "twilio.conversations.http.max-idle-time",
					"twilio.conversations.http.max-in-memory-size");
		assertThat(properties)
			.allSatisfy((property) -> assertThat(property.path("description").asString("")).as(property.toString())
				.endsWith("."));
	}

	private static List<JsonNode> properties() throws Exception {
		try (InputStream metadata = TwilioProperties.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			assertThat(metadata).isNotNull();
			return List.copyOf(JsonMapper.builder().build().readTree(metadata).path("properties").values());
		}
	}

}
