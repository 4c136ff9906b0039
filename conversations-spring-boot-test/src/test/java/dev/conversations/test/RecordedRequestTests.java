package dev.conversations.test;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RecordedRequest}.
 */
class RecordedRequestTests {

	@ParameterizedTest
	@CsvSource({ "/v1/ParticipantConversations, /v1/ParticipantConversations", "/v1/Conversations, /v1/Conversations",
			"/v1/Conversations/ada, /v1/Conversations/{Sid}",
			"/v1/Services/IS1/ConversationWithParticipants, "
					+ "/v1/Services/{ChatServiceSid}/ConversationWithParticipants",
			"/v1/Services/IS1/ParticipantConversations, /v1/Services/{ChatServiceSid}/ParticipantConversations",
			"/v1/Conversations/ada/Participants, /v1/Conversations/{ConversationSid}/Participants",
			"/v1/Conversations/Participants/Participants/Participants, "
					+ "/v1/Conversations/{ConversationSid}/Participants/{Sid}",
			"/v1/Services/IS1/Conversations/ada%2F/Participants/%2B1555, "
					+ "/v1/Services/{ChatServiceSid}/Conversations/{ConversationSid}/Participants/{Sid}" })
	void toStringShowsMethodAndTemplateOfPath(String path, String template) {
		assertThat(request(path)).hasToString("GET " + template).returns(template, RecordedRequest::pathTemplate);
	}

	@ParameterizedTest
	@CsvSource({ "/", "/ada", "/v2/Conversations/ada/Participants", "/v1/Conversations/ada/Messages",
			"/v1/Conversations/%zz/Participants", "/v1/Conversations//Participants", "/v1/Services" })
	void toStringWhenPathIsUnknownShowsNothingOfIt(String path) {
		assertThat(request(path)).hasToString("GET (unknown path)").returns(null, RecordedRequest::pathTemplate);
	}

	private static RecordedRequest request(String path) {
		return new RecordedRequest("GET", path, "Identity=ada", Map.of("x", List.of("ada")),
				Map.of("Identity", List.of("ada")), null);
	}

}
