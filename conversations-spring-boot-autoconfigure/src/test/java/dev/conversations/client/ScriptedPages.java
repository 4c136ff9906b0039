package dev.conversations.client;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.subscriber.TestSubscriber;
import reactor.util.context.ContextView;

/**
 * Page source of which a test says how large the pages are, how they end and how they
 * arrive. Its records are the numbers from 0. It counts what is asked of it.
 */
final class ScriptedPages implements PageSource<Integer> {

	private static final String MARK = "0123456789abcdef";

	private final int[] sizes;

	private final Set<Integer> failures = new HashSet<>();

	private final Set<Integer> badLinks = new HashSet<>();

	private final Map<Integer, Integer> detours = new HashMap<>();

	private final Map<Integer, Integer> guesses = new HashMap<>();

	private final List<Integer> requested = new CopyOnWriteArrayList<>();

	private final List<ContextView> contexts = new CopyOnWriteArrayList<>();

	private final AtomicInteger cancellations = new AtomicInteger();

	private final AtomicInteger inFlight = new AtomicInteger();

	private final AtomicInteger maxInFlight = new AtomicInteger();

	private final Queue<Sinks.Empty<Void>> unanswered = new ConcurrentLinkedQueue<>();

	private UnaryOperator<Mono<FetchedPage<Integer>>> delivery = UnaryOperator.identity();

	private PagePlan plan = new PagePlan(link(0), 0, Long.MAX_VALUE, true, 3);

	private ScriptedPages(int[] sizes) {
		this.sizes = sizes;
	}

	static ScriptedPages of(int... sizes) {
		return new ScriptedPages(sizes);
	}

	static ScriptedPages many(int pages, int size) {
		return new ScriptedPages(IntStream.generate(() -> size).limit(pages).toArray());
	}

	ScriptedPages failing(int page) {
		this.failures.add(page);
		return this;
	}

	boolean isFailing(int page) {
		return this.failures.contains(page);
	}

	ScriptedPages badLink(int page) {
		this.badLinks.add(page);
		return this;
	}

	ScriptedPages linking(int page, int next) {
		this.detours.put(page, next);
		return this;
	}

	/**
	 * Guesses another page behind a page than its link says, or one behind a page that
	 * cannot be read.
	 */
	ScriptedPages guessing(int page, int next) {
		this.guesses.put(page, next);
		return this;
	}

	/**
	 * Takes back all that is wrong with the pages.
	 */
	ScriptedPages healed() {
		this.failures.clear();
		this.badLinks.clear();
		this.detours.clear();
		this.guesses.clear();
		return this;
	}

	/**
	 * Lets pages wait for {@link #answer()}.
	 */
	ScriptedPages byHand() {
		return delivered((page) -> Mono.defer(() -> {
			Sinks.Empty<Void> answer = Sinks.empty();
			this.unanswered.add(answer);
			return answer.asMono().then(page);
		}));
	}

	ScriptedPages delivered(UnaryOperator<Mono<FetchedPage<Integer>>> delivery) {
		this.delivery = delivery;
		return this;
	}

	ScriptedPages lazily() {
		return planned(this.plan.first(), this.plan.skip(), this.plan.limit(), false, this.plan.maxEmptyPages());
	}

	ScriptedPages limited(long limit) {
		return planned(this.plan.first(), this.plan.skip(), limit, this.plan.readAhead(), this.plan.maxEmptyPages());
	}

	ScriptedPages maxEmptyPages(int maxEmptyPages) {
		return planned(this.plan.first(), this.plan.skip(), this.plan.limit(), this.plan.readAhead(), maxEmptyPages);
	}

	ScriptedPages startingAt(PageCursor cursor) {
		return planned(URI.create("/list?" + cursor.query()), cursor.position(), this.plan.limit(),
				this.plan.readAhead(), this.plan.maxEmptyPages());
	}

	private ScriptedPages planned(URI first, int skip, long limit, boolean readAhead, int maxEmptyPages) {
		this.plan = new PagePlan(first, skip, limit, readAhead, maxEmptyPages);
		return this;
	}

	Flux<Integer> elements() {
		return elements(Schedulers.immediate());
	}

	Flux<Integer> elements(Scheduler delivery) {
		return new PageFlux<>(this, this.plan, PageShape.elements(), delivery);
	}

	Flux<Page<Integer>> pages() {
		return new PageFlux<>(this, this.plan, PageShape.pages(), Schedulers.immediate());
	}

	@Override
	public Mono<FetchedPage<Integer>> fetch(URI link, int position, Consumer<URI> foresight) {
		int page = Integer.parseInt(link.getRawQuery().substring("Page=".length()));
		AtomicBoolean open = new AtomicBoolean();
		return Mono.deferContextual((context) -> {
			this.requested.add(page);
			this.contexts.add(context);
			open.set(true);
			this.maxInFlight.accumulateAndGet(this.inFlight.incrementAndGet(), Math::max);
			return this.delivery.apply(Mono.fromCallable(() -> {
				close(open);
				guess(page, foresight);
				return page(page, cursor(link, position));
			}));
		})
			.doOnCancel(this.cancellations::incrementAndGet)
			.doOnCancel(() -> close(open))
			.doOnTerminate(() -> close(open));
	}

	/**
	 * Counts a request as over, once even if its end and a cancellation meet.
	 */
	private void close(AtomicBoolean open) {
		if (open.getAndSet(false)) {
			this.inFlight.decrementAndGet();
		}
	}

	/**
	 * Tells where the next page will be before this one is read, as it stands in its
	 * body.
	 */
	private void guess(int page, Consumer<URI> foresight) {
		boolean broken = this.failures.contains(page) || this.badLinks.contains(page);
		int next = this.guesses.getOrDefault(page, broken ? this.sizes.length : next(page));
		if (next < this.sizes.length) {
			foresight.accept(link(next));
		}
	}

	private int next(int page) {
		return this.detours.getOrDefault(page, page + 1);
	}

	private FetchedPage<Integer> page(int page, PageCursor cursor) {
		if (this.failures.contains(page)) {
			throw violation("the page failed", cursor);
		}
		if (this.badLinks.contains(page)) {
			return new FetchedPage<>(records(page), null, "the next link is bad");
		}
		int next = next(page);
		return new FetchedPage<>(records(page), (next < this.sizes.length) ? link(next) : null, null);
	}

	List<Integer> records(int page) {
		int first = IntStream.range(0, page).map((index) -> this.sizes[index]).sum();
		return IntStream.range(first, first + this.sizes[page]).boxed().toList();
	}

	/**
	 * The records of the first pages.
	 */
	List<Integer> recordsOf(int pages) {
		List<Integer> records = new ArrayList<>();
		IntStream.range(0, pages).forEach((page) -> records.addAll(records(page)));
		return records;
	}

	List<Integer> records() {
		return recordsOf(this.sizes.length);
	}

	static URI link(int page) {
		return URI.create("/list?Page=" + page);
	}

	@Override
	public PageCursor cursor(URI link, int position) {
		return new PageCursor(link.getRawQuery(), position, MARK);
	}

	@Override
	public PagingException violation(String reason, PageCursor resumeCursor) {
		return new PagingException("GET /list: " + reason, resumeCursor);
	}

	/**
	 * Answers the request that waits.
	 */
	void answer() {
		this.unanswered.remove().tryEmitEmpty().orThrow();
	}

	/**
	 * Answers as long as a request waits.
	 */
	void answerAll() {
		while (!this.unanswered.isEmpty()) {
			answer();
		}
	}

	/**
	 * Subscribes, and answers as long as a request waits.
	 */
	<R> TestSubscriber<R> subscribe(Flux<R> flux, long demand) {
		TestSubscriber<R> subscriber = TestSubscriber.builder().initialRequest(demand).build();
		flux.subscribe(subscriber);
		answerAll();
		return subscriber;
	}

	/**
	 * The numbers of the pages that were requested.
	 */
	List<Integer> requested() {
		return this.requested;
	}

	int requests() {
		return this.requested.size();
	}

	List<ContextView> contexts() {
		return this.contexts;
	}

	int cancellations() {
		return this.cancellations.get();
	}

	int inFlight() {
		return this.inFlight.get();
	}

	int maxInFlight() {
		return this.maxInFlight.get();
	}

	/**
	 * How pages arrive.
	 */
	enum Arrival {

		SYNCHRONOUS, BY_HAND;

		ScriptedPages of(int... sizes) {
			ScriptedPages pages = ScriptedPages.of(sizes);
			return (this == BY_HAND) ? pages.byHand() : pages;
		}

	}

}
