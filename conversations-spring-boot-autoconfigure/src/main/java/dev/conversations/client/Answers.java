package dev.conversations.client;

import java.util.List;
import java.util.function.Function;

import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientResponse;

/**
 * Reads answers to their end. A body is read from the buffers in which it came, without a
 * copy.
 */
final class Answers {

	/**
	 * The largest body of an error, in bytes, that is looked at.
	 */
	private static final int MAX_ERROR_SIZE = 64 * 1024;

	/**
	 * Types that are read from JSON.
	 */
	static final List<Class<?>> TYPES = List.of(Participant.class, ParticipantConversation.class, Conversation.class,
			ErrorBody.class, AccessToken.class);

	private Answers() {
	}

	/**
	 * Reads an answer, as soon as it has come in.
	 * @param maxSize the largest body of a successful answer, in bytes
	 * @param reader reads the body of a successful answer, which may be empty
	 * @param failure makes the failure that any other answer stands for
	 */
	static <T> Mono<T> read(ClientResponse response, int maxSize, Function<DataBuffer, T> reader,
			Function<ErrorAnswer, RuntimeException> failure) {
		return receive(response, maxSize, reader, failure).map(UnreadAnswer::read);
	}

	/**
	 * Receives an answer, of which a failure is read and a success is left to be read.
	 * @param maxSize the largest body of a successful answer, in bytes
	 * @param reader reads the body of a successful answer, which may be empty
	 * @param failure makes the failure that any other answer stands for
	 */
	static <T> Mono<UnreadAnswer<T>> receive(ClientResponse response, int maxSize, Function<DataBuffer, T> reader,
			Function<ErrorAnswer, RuntimeException> failure) {
		HttpStatusCode status = response.statusCode();
		if (status.is2xxSuccessful()) {
			return body(response, maxSize).map((body) -> new UnreadAnswer<>(body, reader));
		}
		Mono<DataBuffer> body = body(response, MAX_ERROR_SIZE).onErrorResume((unreadable) -> Mono.just(empty()));
		return body.map((buffer) -> {
			throw failure.apply(new UnreadAnswer<>(buffer, (read) -> ErrorAnswer.read(response, read)).read());
		});
	}

	private static Mono<DataBuffer> body(ClientResponse response, int maxSize) {
		return DataBufferUtils.join(response.body(BodyExtractors.toDataBuffers()), maxSize)
			.switchIfEmpty(Mono.fromSupplier(Answers::empty));
	}

	private static DataBuffer empty() {
		return DefaultDataBufferFactory.sharedInstance.wrap(new byte[0]);
	}

}
