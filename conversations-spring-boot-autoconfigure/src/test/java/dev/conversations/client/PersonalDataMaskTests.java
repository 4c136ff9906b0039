package dev.conversations.client;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Values of a request are hidden in every spelling that a server may give them.
 */
class PersonalDataMaskTests {

	private static final String HEX = "0".repeat(32);

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Identity alice is taken | alice | Identity *** is taken
			Identity ALICE is taken | alice | Identity *** is taken
			Address %2B375255555555 is invalid | +375255555555 | Address *** is invalid
			Address %2b375255555555 is invalid | +375255555555 | Address *** is invalid
			a+b%20c and a b c | a b c | *** and ***
			first%20last and first+last | first last | *** and ***
			%C3%BC and ü | ü | *** and ***
			see /v1/X?Identity=carol&PageSize=5 | other | see /v1/X***
			Number +4915112345678 or 4915112345678 | other | Number *** or ***
			status 409, code 50416 | other | status 409, code 50416
			100%25 and 100% | 100% | *** and ***
			%25 or %2525 | %25 | *** or ***
			$1 \\ costs | $1 | *** \\ costs""")
	void maskCoversEverySpelling(String message, String value, String expected) {
		assertThat(PersonalData.mask(message, List.of(value))).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Andr\u00e9 or Andre\u0301 or ANDRE\u0301! | Andr\u00e9 | *** or *** or ***!
			Andre%CC%81 or Andr%25C3%25A9 is taken | Andr\u00e9 | *** or *** is taken
			%252B375%2520x and %2B375%20x | +375 x | %252B*** and %2B***
			%25F0%259F%2598%2580%25F0%259F%2598%2580%25F0%259F%2598%2580 | \uD83D\uDE00\uD83D\uDE00\uD83D\uDE00 | ***
			call +1 (234) 567-8910 now | +12345678910 | call *** now
			call 1.234.567.8910 now | +12345678910 | call *** now
			call 1-23-45 now | 12345 | call *** now
			call 1 (234) 56 now | whatsapp:+123456 | call *** now
			call whatsapp:+1%20234%2D56 now | whatsapp:+123456 | call *** now
			call 123456 now | +1 (234)-56 | call *** now
			Stra\u00dfe, STRASSE | stra\u00dfe | ***, ***
			\uFF21\uFF24\uFF21, Ada | ADA | ***, ***
			O'Brien | O'Brien | ***
			50%2 | 50% | ***2
			x --- y | --- | x *** y""")
	void maskCoversSpellingsThatTheServerHasChanged(String message, String value, String expected) {
		assertThat(PersonalData.mask(message.translateEscapes(), List.of(value.translateEscapes())))
			.isEqualTo(expected);
	}

	/**
	 * An ordinary word is hidden together with all words of its length, since the
	 * sentence would tell which one is missing.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Participant with identity q already exists | q | Participant with identity *** already exists
			Participant jo, JO or 'jo' joined (jo) | jo | Participant ***, *** or '***' joined (***)
			A participant with identity a exists | a | *** participant with identity *** exists
			A participant named is is in use by b | is | A participant named *** *** *** use *** b
			At most 10 participants, 42 given | 10 | *** most *** participants, *** given
			Name %C3%BC or \u00fc of Ludwig | \u00fc | Name *** or *** of Ludwig
			Name ! is odd! | ! | Name *** is odd!""")
	void shortValueIsHiddenWhereItIsAWord(String message, String value, String expected) {
		assertThat(PersonalData.mask(message.translateEscapes(), List.of(value.translateEscapes())))
			.isEqualTo(expected);
	}

	@Test
	void maskKeepsSids() {
		String message = "/Conversations/CH" + HEX + "/Participants/MB" + HEX;
		assertThat(PersonalData.mask(message, List.of("CH" + HEX))).isEqualTo(message);
	}

	@Test
	void maskWhenOneValueHoldsAnotherCoversTheLonger() {
		assertThat(PersonalData.mask("bobby", List.of("bob", "bobby"))).isEqualTo("***");
	}

	@Test
	void maskYieldsOneLineOfReadableLength() {
		assertThat(PersonalData.mask("a\r\n\u0085\u2028\u2029\u009bb " + "x".repeat(1000), List.of()))
			.startsWith("a b x")
			.hasSize(501);
	}

}
