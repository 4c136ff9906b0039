package dev.conversations.sample;

import java.util.function.Function;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.ProblemDetail;

/**
 * The last line of a stream that failed after its first line was sent, when the status
 * can no longer tell. Without it a part of a list would pass for the whole.
 *
 * @param problem why the stream ends here; its {@code cursor} tells where to go on
 */
record BrokenStream(ProblemDetail problem) {

	/**
	 * Lets a stream end with a line about its failure. A stream that fails at once is
	 * left as it is, so that the answer is an error by its status.
	 * @param last makes the last line
	 * @param lines the lines of the stream
	 * @param <T> the type of the lines
	 * @return a stream that fails at its first line or never
	 */
	static <T> Flux<T> endingWith(Function<BrokenStream, T> last, Flux<T> lines) {
		return lines.switchOnFirst((first, all) -> first.isOnError() ? all : all.onErrorResume((failure) -> {
			FailureLog.log(failure);
			return Mono.just(last.apply(new BrokenStream(Problems.of(failure))));
		}));
	}

	/**
	 * Lets a stream of any records end with a line about its failure.
	 * @param lines the records
	 * @return the records, and maybe a {@code BrokenStream}
	 */
	static Flux<Object> endingWithProblem(Flux<?> lines) {
		return endingWith((broken) -> broken, lines.cast(Object.class));
	}

}
