package dev.conversations.client;

import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.util.stream.Stream;

import javax.net.ssl.SSLHandshakeException;

import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.ssl.NotSslRecordException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.netty.channel.AbortedException;

import org.springframework.core.codec.DecodingException;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the transport says decides whether a request may have been carried out.
 */
class FailuresTests {

	static Stream<Throwable> unsent() {
		ClosedChannelException closed = new ClosedChannelException();
		closed.addSuppressed(new SSLHandshakeException("closed while the handshake was in progress"));
		return Stream.of(closed, AbortedException.beforeSend(), new NotSslRecordException("HTTP/1.1 400"),
				new IllegalStateException(AbortedException.beforeSend()));
	}

	@ParameterizedTest
	@MethodSource("unsent")
	void requestThatWasNotSentMayBeSentAgain(Throwable failure) {
		TwilioException error = Failures.of(request(HttpMethod.POST), failure);
		assertThat(error.isRetryable()).isTrue();
		assertThat(error.isOutcomeUnknown()).isFalse();
	}

	@Test
	void messageWhenThePeerDoesNotSpeakTlsHoldsNothingOfWhatItSaid() {
		TwilioException error = Failures.of(request(HttpMethod.GET), new NotSslRecordException("48545450"));
		assertThat(error).hasMessage("GET /v1: no connection could be had: no TLS");
	}

	@Test
	@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void causesThatFormACycleAreFollowedToAnEnd() {
		IllegalStateException first = new IllegalStateException("first");
		first.initCause(new IllegalStateException("second", first));
		assertThat(Failures.of(request(HttpMethod.GET), first)).isInstanceOf(TwilioConnectionException.class);
	}

	static Stream<Throwable> lost() {
		return Stream.of(new ClosedChannelException(), new AbortedException("Connection has been closed"),
				new PrematureChannelClosureException("while the head was read"));
	}

	@ParameterizedTest
	@MethodSource("lost")
	void requestWhoseAnswerWasLostMayBeSentAgainUnlessItWrites(Throwable failure) {
		assertThat(Failures.of(request(HttpMethod.GET), failure).isRetryable()).isTrue();
		TwilioException error = Failures.of(request(HttpMethod.POST), failure);
		assertThat(error.isRetryable()).isFalse();
		assertThat(error.isOutcomeUnknown()).isTrue();
	}

	@ParameterizedTest
	@MethodSource("unreadable")
	void requestWhoseAnswerIsUnreadableIsNotSentAgain(Throwable failure) {
		TwilioException error = Failures.of(request(HttpMethod.GET), failure);
		assertThat(error.isRetryable()).isFalse();
		assertThat(error.isOutcomeUnknown()).isFalse();
	}

	static Stream<Throwable> unreadable() {
		return Stream.of(new IllegalArgumentException("invalid version format"), new DecodingException("no JSON"));
	}

	private static ApiRequest request(HttpMethod method) {
		return new ApiRequest(method, ResourcePath.ROOT, URI.create("/"), null, null, null, null);
	}

}
