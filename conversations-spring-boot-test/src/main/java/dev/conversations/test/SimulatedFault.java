package dev.conversations.test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Describes a fault of a {@link ConversationsSimulator}: first which requests it befalls
 * and when, then, as the last call, what happens to them. Faults are used up in the order
 * in which they were described; a request meets one at most.
 *
 * @since 0.1.0
 */
public final class SimulatedFault {

	private static final byte[] GARBAGE = "{]garbage".getBytes(StandardCharsets.UTF_8);

	private final Faults faults;

	private final Map<String, String> headers = new LinkedHashMap<>();

	private Predicate<RecordedRequest> matcher;

	private int times = Integer.MAX_VALUE;

	private Duration delay = Duration.ZERO;

	private boolean processedFirst;

	SimulatedFault(Faults faults, Predicate<RecordedRequest> matcher) {
		this.faults = faults;
		this.matcher = matcher;
	}

	/**
	 * Narrows the requests that it befalls.
	 * @param matcher tells which requests match
	 * @return this description
	 */
	public SimulatedFault matching(Predicate<RecordedRequest> matcher) {
		this.matcher = this.matcher.and(matcher);
		return this;
	}

	/**
	 * Limits how many requests it befalls.
	 * @param times the number of requests, at least 1
	 * @return this description
	 */
	public SimulatedFault times(int times) {
		if (times < 1) {
			throw new IllegalArgumentException("'times' must be positive");
		}
		this.times = times;
		return this;
	}

	/**
	 * Lets the requests wait before it happens.
	 * @param delay how long they wait, by the system's clock
	 * @return this description
	 */
	public SimulatedFault delay(Duration delay) {
		this.delay = delay;
		return this;
	}

	/**
	 * Carries out the operation before the delay and the fault, so that a client that
	 * tries again meets what its first attempt has done.
	 * @return this description
	 */
	public SimulatedFault afterProcessing() {
		this.processedFirst = true;
		return this;
	}

	/**
	 * Adds a header to the answer.
	 * @param name the name of the header
	 * @param value the value of the header
	 * @return this description
	 */
	public SimulatedFault header(String name, String value) {
		this.headers.put(name, value);
		return this;
	}

	/**
	 * Answers as usual: only the delay and the headers are added.
	 */
	public void proceed() {
		edit(UnaryOperator.identity());
	}

	/**
	 * Answers with a status and no body.
	 * @param status the HTTP status
	 */
	public void respond(int status) {
		reply(new Reply(status, Map.of(), new byte[0], Reply.Ending.COMPLETE));
	}

	/**
	 * Answers with a status and a body.
	 * @param status the HTTP status
	 * @param contentType the media type, such as {@code text/html}
	 * @param body the body
	 */
	public void respond(int status, String contentType, String body) {
		reply(new Reply(status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8),
				Reply.Ending.COMPLETE));
	}

	/**
	 * Answers with an error in Twilio's form.
	 * @param status the HTTP status
	 * @param code the code of the error
	 * @param message the message
	 */
	public void error(int status, int code, String message) {
		reply(Reply.of(Answer.of(new Refusal(status, code, message))));
	}

	/**
	 * Answers with an empty page, whose next link leads to the page that was asked for.
	 * It is for lists only.
	 */
	public void emptyPage() {
		edit(Answer::emptied);
	}

	/**
	 * Answers with another next link. It is for lists only.
	 * @param url the link, or {@code null} to end the list
	 */
	public void nextPageUrl(@Nullable String url) {
		edit((answer) -> answer.withNextPageUrl(url));
	}

	/**
	 * Answers with the first half of the body, as if it were all of it.
	 */
	public void truncateBody() {
		register((operation) -> Reply.of(operation.get()).withContent(Reply::firstHalf));
	}

	/**
	 * Answers with a body that is no JSON.
	 */
	public void garbleBody() {
		register((operation) -> Reply.of(operation.get()).withContent((content) -> GARBAGE.clone()));
	}

	/**
	 * Resets the connection in the middle of the body, or before the answer where it has
	 * none.
	 */
	public void resetInBody() {
		register((operation) -> Reply.of(operation.get()).resetInBody());
	}

	/**
	 * Resets the connection before the answer.
	 */
	public void reset() {
		reply(Reply.RESET);
	}

	/**
	 * Never answers.
	 */
	public void hang() {
		reply(Reply.HANG);
	}

	private void reply(Reply reply) {
		register((operation) -> reply);
	}

	private void edit(UnaryOperator<Answer> change) {
		register((operation) -> Reply.of(change.apply(operation.get())));
	}

	private void register(Function<Supplier<Answer>, Reply> outcome) {
		Map<String, String> added = Map.copyOf(this.headers);
		this.faults.add(new Fault(this.matcher, this.times, this.delay, this.processedFirst,
				(operation) -> outcome.apply(operation).withHeaders(added)));
	}

}
