package dev.conversations.client;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the token endpoint answers is a token that can be used, or none.
 */
class AccessTokenFieldsTests {

	private static AccessToken read(String text) {
		return Json.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), AccessToken.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"access_token\":\"t\"}", "{\"access_token\":\"t\",\"token_type\":\"bearer\"}",
			"{\"token_type\":null,\"scope\":{\"access_token\":\"x\"},\"access_token\":\"t\",\"expires_in\":null}" })
	void tokenWithoutLifetimeIsUsedUntilItIsRefused(String text) {
		AccessToken token = read(text);
		assertThat(token.header()).isEqualTo("Bearer t");
		assertThat(token.renewAt()).isEqualTo(Long.MAX_VALUE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "3600", "\"3600\"", "3600.5", "\"3600.5\"" })
	void lifetimeIsANumberOrItsText(String lifetime) {
		long before = System.currentTimeMillis();
		AccessToken token = read("{\"access_token\":\"t\",\"expires_in\":" + lifetime + "}");
		assertThat(token.renewAt()).isBetween(before + 3_540_000, System.currentTimeMillis() + 3_540_000);
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "-5, 0", "600, 540000", "601, 541000", "1e300, 2147483587000" })
	void tokenIsRenewedBeforeItExpires(double lifetime, long millis) {
		assertThat(AccessToken.issued("t", lifetime, 1_000).renewAt()).isEqualTo(1_000 + millis);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "null", "7", "", "{\"access_token\":\"\"}", "{\"access_token\":\"a b\"}",
			"{\"access_token\":\"t\",\"token_type\":\"mac\"}", "{\"access_token\":[\"t\"]}",
			"{\"access_token\":\"t\",\"expires_in\":\"soon\"}", "{\"access_token\":\"t\",\"expires_in\":\"NaN\"}",
			"{\"access_token\":\"t\",\"expires_in\":\"\"}", "{\"access_token\":\"t\",\"expires_in\":[]}",
			"{\"access_token\":\"t\"} {}", "{\"access_token\":\"t\"" })
	void answerThatCannotBeUsedIsNone(String text) {
		assertThat(read(text)).isNull();
	}

	@Test
	void lastOfTwoTokensCounts() {
		assertThat(read("{\"access_token\":\"s\",\"access_token\":\"t\"}").header()).isEqualTo("Bearer t");
	}

}
