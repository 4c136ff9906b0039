package dev.conversations.client;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names in paths, queries and phone numbers are hidden, though the request did not hold
 * them.
 */
class PersonalPatternsTests {

	private static final String CONVERSATION = "CH" + "0".repeat(32);

	private static final String PARTICIPANT = "MB" + "aF".repeat(16);

	@ParameterizedTest
	@ValueSource(strings = { "Ada Smith", "O'Brien", "ada", "a/b", "a \"b\" c", "Ada was not found", "a?b c=d e",
			"a\nb", "%41da%20Smith", "..", "1", "SM Ada", "a.b, c; d", "+1 234", "x/Users y", "MB0 Smith", "caf\u00e9",
			"\u30a2\u30c0", "CH000000000000000000000000000000001", "MB00000000000000000000000000000000x y" })
	void nameOfAnyCharactersIsHiddenAsAWhole(String name) {
		for (String path : List.of("/Participants/", "/Conversations/", "/Users/", "/Services/", "/users/", "/Widgets/",
				"/Conversations/" + CONVERSATION + "/Participants/",
				"/v1/Services/a b/Conversations/c/Participants/")) {
			String shown = path.replace("a b", "***").replace("/c/", "/***/");
			assertThat(mask("The requested resource " + path + name + " was not found"))
				.isEqualTo("The requested resource " + shown + "*** was not found");
			assertThat(mask("No " + path + name + "/Participants/" + PARTICIPANT + " is known"))
				.isEqualTo("No " + shown + "***/Participants/" + PARTICIPANT + " is known");
			assertThat(mask("'" + path + name + "' and much more")).isEqualTo("'" + shown + "***");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			No %2FParticipants%2FAda%20Smith was not found | No %2FParticipants%2F*** was not found
			No %252FParticipants%252FAda%2520Smith | No %252FParticipants%252F***
			No /Conversations/my room/Participants was not found. | No /Conversations/***/Participants was not found.
			see /v1/X?Identity=carol smith&PageSize=5 at once | see /v1/X***
			Is it? Yes ?x y | Is it? Yes *** y
			Number +4915112345678 or 4915112345678 | Number *** or ***
			Number +1 (234) 567-8910, (234) 567-8910 | Number ***, ***
			Number %2B1%20(234)%20567-8910 is odd | Number *** is odd
			see https://www.twilio.com/docs/errors/20404 | see https://www.twilio.com/docs/errors/20404
			and/or N/A application/json 2026-11-25 | and/or N/A application/json 2026-11-25""")
	void formTellsWhatIsPersonal(String message, String expected) {
		assertThat(mask(message)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { " was not found", "", " was not found.", "' is gone", "/Participants was not found",
			", see there" })
	void pathOfSidsIsShown(String end) {
		String message = "The resource /Services/IS" + "1".repeat(32) + "/Conversations/" + CONVERSATION + end;
		assertThat(mask(message)).isEqualTo(message);
	}

	private static String mask(String message) {
		return PersonalData.mask(message, List.of());
	}

}
