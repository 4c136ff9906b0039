package dev.conversations.test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Compresses bodies, with the fastest setting since nothing leaves the machine.
 */
final class Gzip {

	private Gzip() {
	}

	static byte[] compress(byte[] content) {
		ByteArrayOutputStream compressed = new ByteArrayOutputStream(content.length / 8 + 64);
		try (FastStream stream = new FastStream(compressed)) {
			stream.write(content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return compressed.toByteArray();
	}

	/**
	 * Gzip stream that favours speed.
	 */
	private static final class FastStream extends GZIPOutputStream {

		FastStream(ByteArrayOutputStream target) throws IOException {
			super(target);
			this.def.setLevel(Deflater.BEST_SPEED);
		}

	}

}
