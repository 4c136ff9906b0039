package dev.conversations.batch;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Compression}.
 */
class CompressionTests {

	@Test
	void compressWhenEncodedTwiceCostsLittleMore() {
		String text = "CH02bc36abaefb97d8293a22a87c7b8224";
		String twice = "1." + encode("PageToken=PT_" + encode(text + "0001") + "=1:2") + ".0.abc";
		assertThat(Compression.decompress(Compression.compress(twice))).isEqualTo(twice);
		assertThat(Compression.compress(twice)).hasSizeLessThan(110);
	}

	@Test
	void compressWhenOnlyLikeBase64KeepsText() {
		for (String text : new String[] { "", "17", "A".repeat(25), "a_-".repeat(10), "CH" + "f".repeat(32),
				"7\n1,,3,CH01234567\n2," + "Zm9v".repeat(7) + ",0," }) {
			assertThat(Compression.decompress(Compression.compress(text))).isEqualTo(text);
		}
	}

	@Test
	void decompressWhenTextIsAnotherIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Compression.decompress("garbage"));
		assertThatIllegalArgumentException().isThrownBy(() -> Compression.decompress("{}"));
	}

	private static String encode(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
	}

}
