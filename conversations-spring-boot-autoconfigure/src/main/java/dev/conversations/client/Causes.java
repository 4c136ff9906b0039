package dev.conversations.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;

import javax.net.ssl.SSLHandshakeException;

import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.timeout.ReadTimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.netty.channel.AbortedException;

import org.springframework.core.io.buffer.DataBufferLimitException;

/**
 * Tells what is among the causes of a failure. Only so many causes are looked at, since
 * they may form a cycle.
 */
final class Causes {

	private static final int MAX_CAUSES = 100;

	private Causes() {
	}

	/**
	 * Returns the first cause of all.
	 */
	static Throwable root(Throwable failure) {
		return chain(failure).reduce(failure, (effect, cause) -> cause);
	}

	/**
	 * Returns whether an answer was larger than the limit.
	 */
	static boolean isTooLarge(Throwable failure) {
		return find(failure, DataBufferLimitException.class::isInstance) != null;
	}

	/**
	 * Returns why no connection could be had, in which case nothing was sent.
	 */
	static @Nullable Throwable unconnected(Throwable failure) {
		return find(failure, Causes::isUnconnected);
	}

	/**
	 * Returns whether something took too long.
	 */
	static boolean isTimeout(Throwable failure) {
		return find(failure, (cause) -> cause instanceof TimeoutException || cause instanceof ReadTimeoutException
				|| cause instanceof HttpTimeoutException) != null;
	}

	/**
	 * Returns whether a connection was lost.
	 */
	static boolean isLost(Throwable failure) {
		return find(failure, (cause) -> cause instanceof IOException || cause instanceof AbortedException
				|| cause instanceof PrematureChannelClosureException) != null;
	}

	private static boolean isUnconnected(Throwable failure) {
		return failure instanceof ConnectException || failure instanceof UnknownHostException
				|| failure instanceof NoRouteToHostException || failure instanceof SSLHandshakeException
				|| failure instanceof HttpConnectTimeoutException || failure instanceof NotSslRecordException
				|| failure.getClass().getSimpleName().startsWith("PoolAcquire") || isUnsent(failure)
				|| Arrays.stream(failure.getSuppressed()).anyMatch(SSLHandshakeException.class::isInstance);
	}

	/**
	 * Returns whether a connection that was had before turned out to be closed, in which
	 * case nothing is sent.
	 */
	private static boolean isUnsent(Throwable failure) {
		return failure instanceof AbortedException
				&& Objects.equals(AbortedException.beforeSend().getMessage(), failure.getMessage());
	}

	private static @Nullable Throwable find(Throwable failure, Predicate<Throwable> test) {
		return chain(failure).filter(test).findFirst().orElse(null);
	}

	private static Stream<Throwable> chain(Throwable failure) {
		return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(MAX_CAUSES);
	}

}
