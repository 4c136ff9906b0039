package dev.conversations.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Program that reads a list of very many pages in one of several ways and prints how much
 * it had. A page holds about ten kilobytes.
 *
 * @since 0.1.0
 */
public final class ScriptedMarathon implements PageSource<byte[]> {

	static final int PAGES = 200_000;

	private static final int RECORDS = 10;

	private static final Duration LIMIT = Duration.ofMinutes(1);

	private final Way way;

	private ScriptedMarathon(Way way) {
		this.way = way;
	}

	/**
	 * Reads the list.
	 * @param args the way
	 */
	public static void main(String[] args) {
		ScriptedMarathon marathon = new ScriptedMarathon(Way.valueOf(args[0]));
		System.out.print(marathon.read().count().block(LIMIT));
	}

	private Flux<?> read() {
		PagePlan plan = new PagePlan(link(0), 0, Long.MAX_VALUE, this.way != Way.LAZY, PAGES);
		Flux<byte[]> elements = new PageFlux<>(this, plan, PageShape.elements(), Schedulers.immediate());
		return switch (this.way) {
			case PAGES -> new PageFlux<>(this, plan, PageShape.pages(), Schedulers.immediate());
			case STEPS -> elements.limitRate(1);
			default -> elements;
		};
	}

	@Override
	public Mono<FetchedPage<byte[]>> fetch(URI link, int position, Consumer<URI> foresight) {
		Mono<FetchedPage<byte[]>> page = Mono.fromCallable(() -> page(link));
		return (this.way == Way.ASYNCHRONOUS) ? page.subscribeOn(Schedulers.parallel()) : page;
	}

	private FetchedPage<byte[]> page(URI link) {
		int number = Integer.parseInt(link.getRawQuery());
		int size = (this.way == Way.EMPTY && number < PAGES - 1) ? 0 : RECORDS;
		List<byte[]> records = Stream.generate(() -> new byte[1024]).limit(size).toList();
		return new FetchedPage<>(records, (number < PAGES - 1) ? link(number + 1) : null, null);
	}

	private static URI link(int page) {
		return URI.create("/list?" + page);
	}

	@Override
	public PageCursor cursor(URI link, int position) {
		return new PageCursor(link.getRawQuery(), position, "0123456789abcdef");
	}

	@Override
	public PagingException violation(String reason, PageCursor resumeCursor) {
		return new PagingException(reason, resumeCursor);
	}

	/**
	 * How the list arrives and is read.
	 */
	enum Way {

		SYNCHRONOUS(ScriptedMarathon.PAGES * RECORDS), ASYNCHRONOUS(ScriptedMarathon.PAGES * RECORDS),
		LAZY(ScriptedMarathon.PAGES * RECORDS), STEPS(ScriptedMarathon.PAGES * RECORDS), PAGES(ScriptedMarathon.PAGES),
		EMPTY(RECORDS);

		private final int count;

		Way(int count) {
			this.count = count;
		}

		int count() {
			return this.count;
		}

	}

}
