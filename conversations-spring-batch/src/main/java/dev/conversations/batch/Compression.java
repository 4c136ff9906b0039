package dev.conversations.batch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Makes text with cursors shorter. What is Base64 within Base64, as a page token within a
 * cursor is, is decoded first and put in braces, so that it can be compressed.
 */
final class Compression {

	private static final int MAX_PREFIX = 4;

	private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9_-]{24,}");

	private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");

	private static final Pattern PRINTABLE = Pattern.compile("[ -z|~]*");

	private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

	private Compression() {
	}

	/**
	 * Makes a text shorter.
	 * @param text a text of ASCII characters without braces
	 * @return letters, digits, hyphens and underscores
	 */
	static String compress(String text) {
		return deflate(unwrap(text));
	}

	/**
	 * Restores a text.
	 * @param text what {@link #compress(String)} returned
	 * @return the text
	 * @throws IllegalArgumentException if the text is another
	 */
	static String decompress(String text) {
		String wrapped = inflate(text);
		while (wrapped.indexOf('{') >= 0) {
			String inner = BRACES.matcher(wrapped)
				.replaceAll((match) -> ENCODER.encodeToString(match.group(1).getBytes(StandardCharsets.US_ASCII)));
			Assert.isTrue(!inner.equals(wrapped), "'text' must have been compressed");
			wrapped = inner;
		}
		return wrapped;
	}

	private static String unwrap(String text) {
		return ENCODED.matcher(text).replaceAll((match) -> Matcher.quoteReplacement(unwrapRun(match.group())));
	}

	/**
	 * Unwraps what looks like Base64. In front of it may be a few characters, such as the
	 * prefix of a page token, that cannot be told apart from it.
	 */
	private static String unwrapRun(String run) {
		for (int i = 0; i <= MAX_PREFIX; i++) {
			String decoded = decode(run.substring(i));
			if (decoded != null) {
				return run.substring(0, i) + "{" + unwrap(decoded) + "}";
			}
		}
		return run;
	}

	private static @Nullable String decode(String encoded) {
		if (encoded.length() % 4 == 1) {
			return null;
		}
		byte[] bytes = Base64.getUrlDecoder().decode(encoded);
		String decoded = new String(bytes, StandardCharsets.ISO_8859_1);
		boolean exact = PRINTABLE.matcher(decoded).matches() && ENCODER.encodeToString(bytes).equals(encoded);
		return exact ? decoded : null;
	}

	private static String deflate(String text) {
		ByteArrayOutputStream compressed = new ByteArrayOutputStream();
		Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
		try (OutputStream output = new DeflaterOutputStream(compressed, deflater)) {
			output.write(text.getBytes(StandardCharsets.US_ASCII));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			deflater.end();
		}
		return ENCODER.encodeToString(compressed.toByteArray());
	}

	private static String inflate(String text) {
		byte[] compressed = Base64.getUrlDecoder().decode(text);
		Inflater inflater = new Inflater(true);
		try (InputStream input = new InflaterInputStream(new ByteArrayInputStream(compressed), inflater)) {
			return new String(input.readAllBytes(), StandardCharsets.US_ASCII);
		}
		catch (IOException ex) {
			throw new IllegalArgumentException("'text' must have been compressed", ex);
		}
		finally {
			inflater.end();
		}
	}

}
