package dev.conversations.test;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PercentCodec}.
 */
class PercentCodecTests {

	@Test
	void textWhenEncodedHoldsUnreservedCharactersOnly() {
		assertThat(PercentCodec.encode("aZ09-._~ +&=%/?#:@{}\"é😀"))
			.isEqualTo("aZ09-._~%20%2B%26%3D%25%2F%3F%23%3A%40%7B%7D%22%C3%A9%F0%9F%98%80");
	}

	@Test
	void plusWhenDecodedDependsOnPlace() {
		assertThat(PercentCodec.decodeSegment("a+b%2B%20")).isEqualTo("a+b+ ");
		assertThat(PercentCodec.decodeFormComponent("a+b%2B%20")).isEqualTo("a b+ ");
	}

	@Test
	void segmentWhenNotEncodedIsKept() {
		assertThat(PercentCodec.decodeSegment("é{}\"")).isEqualTo("é{}\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "%", "%4", "%4g", "%-1", "%C3", "%FF%FE", "%ED%A0%80" })
	void textWhenMalformedIsRefused(String text) {
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> PercentCodec.decodeSegment(text));
	}

}
