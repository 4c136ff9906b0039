package dev.conversations.client;

import java.time.Instant;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same participant that is added by a form is written as JSON, nested and in snake
 * case.
 */
class ParticipantJsonTests {

	private static final String ROLE = "RL" + "0".repeat(32);

	static Stream<Arguments> participants() {
		Instant date = Instant.parse("2015-07-30T20:00:00.999Z");
		return Stream.of(Arguments.of(NewParticipant.chat("ada"), "{\"identity\":\"ada\"}"),
				Arguments.of(NewParticipant.messaging("whatsapp:+15550001", "whatsapp:+15550002"), """
						{"messaging_binding":{"address":"whatsapp:+15550001","proxy_address":"whatsapp:+15550002"}}"""),
				Arguments.of(NewParticipant.groupMms("+15550001"), """
						{"messaging_binding":{"address":"+15550001"}}"""),
				Arguments.of(NewParticipant.groupMmsChat("ada", "+15550003"), """
						{"identity":"ada","messaging_binding":{"projected_address":"+15550003"}}"""),
				Arguments.of(NewParticipant.groupMmsProjected("+15550003"), """
						{"messaging_binding":{"projected_address":"+15550003"}}"""),
				Arguments.of(
						NewParticipant.chat("a\"\\b")
							.withAttributes("{\"a\":\"\\n\"}")
							.withRoleSid(ROLE)
							.withDateCreated(date)
							.withDateUpdated(date.plusSeconds(1)),
						"{\"identity\":\"a\\\"\\\\b\",\"attributes\":\"{\\\"a\\\":\\\"\\\\n\\\"}\",\"role_sid\":\""
								+ ROLE
								+ "\",\"date_created\":\"2015-07-30T20:00:00Z\",\"date_updated\":\"2015-07-30T20:00:01Z\"}"));
	}

	@ParameterizedTest
	@MethodSource("participants")
	void participantIsNestedJsonInSnakeCase(NewParticipant participant, String expected) {
		assertThat(ParticipantJson.write(participant.form().values())).isEqualTo(expected);
	}

}
