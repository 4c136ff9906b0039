package dev.conversations.client;

import java.util.function.Function;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * Successful answer whose body has come in and is still to be read, or to be released,
 * once.
 *
 * @param <T> the type of what is read
 * @param body the body, which may be empty
 * @param reader reads the body
 */
record UnreadAnswer<T>(DataBuffer body, Function<DataBuffer, T> reader) {

	T read() {
		try {
			return this.reader.apply(this.body);
		}
		finally {
			release();
		}
	}

	void release() {
		DataBufferUtils.release(this.body);
	}

}
