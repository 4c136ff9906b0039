package dev.conversations.batch;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Reads lines and knows how many bytes they took.
 */
final class LineReader implements AutoCloseable {

	private final InputStream input;

	private long position;

	LineReader(InputStream input) {
		this.input = new BufferedInputStream(input, 1 << 16);
	}

	/**
	 * Reads a line without its end, which is a line feed or a carriage return with one.
	 * @return the line, or {@code null} at the end of the file
	 */
	@Nullable String next() throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream(64);
		int octet = this.input.read();
		if (octet < 0) {
			return null;
		}
		while (octet >= 0 && octet != '\n') {
			line.write(octet);
			octet = this.input.read();
		}
		this.position += line.size() + ((octet == '\n') ? 1 : 0);
		String text = line.toString(StandardCharsets.UTF_8);
		return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
	}

	long position() {
		return this.position;
	}

	@Override
	public void close() throws IOException {
		this.input.close();
	}

}
