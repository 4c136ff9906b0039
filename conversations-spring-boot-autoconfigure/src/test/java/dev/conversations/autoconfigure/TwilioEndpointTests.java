package dev.conversations.autoconfigure;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The host that region and edge stand for.
 */
class TwilioEndpointTests {

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "-, -, -, https://conversations.twilio.com", "'', ' ', '', https://conversations.twilio.com",
					"us1, -, -, https://conversations.ashburn.us1.twilio.com",
					"ie1, -, -, https://conversations.dublin.ie1.twilio.com",
					"au1, -, -, https://conversations.sydney.au1.twilio.com",
					"-, frankfurt, -, https://conversations.frankfurt.us1.twilio.com",
					"ie1, frankfurt, -, https://conversations.frankfurt.ie1.twilio.com",
					"IE1, -, -, https://conversations.dublin.ie1.twilio.com",
					"jp1, tokyo, -, https://conversations.tokyo.jp1.twilio.com",
					"ie1, dublin, http://localhost:8081/x, http://localhost:8081/x" })
	void endpointByRegionEdgeAndBaseUrl(String region, String edge, String baseUrl, String expected) {
		TwilioProperties properties = new TwilioProperties();
		properties.setRegion(region);
		properties.setEdge(edge);
		properties.getConversations().setBaseUrl(baseUrl);
		assertThat(PropertiesConversationsConnectionDetails.of(properties).getBaseUrl()).hasToString(expected);
	}

}
