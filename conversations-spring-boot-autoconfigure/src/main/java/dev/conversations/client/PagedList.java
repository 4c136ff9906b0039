package dev.conversations.client;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import dev.conversations.client.ApiRequest.ListContext;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.util.Assert;

/**
 * One list of Twilio: where it is, how large its pages are, and how an answer is read.
 *
 * @param <T> the type of the records
 */
final class PagedList<T> implements PageSource<T> {

	/**
	 * The most records that a page may have, unless many are asked for.
	 */
	private static final int MAX_RECORDS = 1_000;

	/**
	 * The most times that a page may be larger than what is asked for.
	 */
	private static final int MAX_EXCESS = 10;

	private final ApiClient api;

	private final ListType<T> type;

	private final ResourcePath path;

	private final List<ListFilter> filters;

	private final PageLinks links;

	private final boolean resumable;

	PagedList(ApiClient api, ListType<T> type, ResourcePath path, List<ListFilter> filters) {
		this(api, type, path, filters, true);
	}

	private PagedList(ApiClient api, ListType<T> type, ResourcePath path, List<ListFilter> filters, boolean resumable) {
		this.api = api;
		this.type = type;
		this.path = path;
		this.filters = filters;
		this.links = new PageLinks(api.baseUrl(), path, filters, api.credentials()::owner);
		this.resumable = resumable;
	}

	/**
	 * Returns this list as a part of an operation that is no list, whose errors therefore
	 * do not tell where to go on.
	 */
	PagedList<T> notResumable() {
		return new PagedList<>(this.api, this.type, this.path, this.filters, false);
	}

	Flux<T> elements(Paging paging) {
		return stream(paging, PageShape.elements());
	}

	Flux<Page<T>> pages(Paging paging) {
		return stream(paging, PageShape.pages());
	}

	private <R> Flux<R> stream(Paging paging, PageShape<T, R> shape) {
		Assert.notNull(paging, "'paging' must not be null");
		if (isLateChecked(paging)) {
			return identify(paging).thenMany(Flux.defer(() -> stream(plan(paging), shape)));
		}
		return stream(plan(paging), shape);
	}

	private <R> Flux<R> stream(PagePlan plan, PageShape<T, R> shape) {
		return (plan.limit() > 0) ? new PageFlux<>(this, plan, shape, Schedulers.boundedElastic()) : Flux.empty();
	}

	/**
	 * Reads one page by one request. There is none if the limit is 0.
	 */
	Mono<Page<T>> page(Paging paging) {
		Assert.notNull(paging, "'paging' must not be null");
		if (isLateChecked(paging)) {
			return identify(paging).then(Mono.defer(() -> page(plan(paging))));
		}
		return page(plan(paging));
	}

	private Mono<Page<T>> page(PagePlan plan) {
		if (plan.limit() == 0) {
			return Mono.empty();
		}
		return Mono.defer(() -> {
			PageSequence<T, Page<T>> pages = new PageSequence<>(this, plan, PageShape.pages());
			return pages.fetch(pages.turn(), (next) -> {
			}).flatMap((page) -> first(pages, page));
		});
	}

	private static <T> Mono<Page<T>> first(PageSequence<T, Page<T>> pages, FetchedPage<T> fetched) {
		List<Page<T>> accepted = pages.accept(fetched);
		if (accepted == null) {
			return Mono.error(Objects.requireNonNull(pages.failure()));
		}
		return Mono.just(accepted.get(0));
	}

	/**
	 * Returns whether a cursor can be checked only after the first credentials were had,
	 * since nothing else tells whose list this is.
	 */
	private boolean isLateChecked(Paging paging) {
		return paging.start() != null && !this.api.credentials().isIdentified();
	}

	private Mono<Void> identify(Paging paging) {
		ListContext context = new ListContext(this.filters, paging::start);
		return this.api.identify(ApiRequest.page(this.path, this.path.at(this.api.baseUrl()), context));
	}

	private PagePlan plan(Paging paging) {
		PagingSettings settings = settings();
		long limit = (paging.limit() != null) ? paging.limit() : Long.MAX_VALUE;
		boolean readAhead = (paging.readAhead() != null) ? paging.readAhead() : settings.readAhead();
		PageCursor start = paging.start();
		URI first = (start != null) ? this.links.at(start) : this.links.first(pageSize(paging.pageSize(), limit));
		int skip = (start != null) ? start.position() : 0;
		return new PagePlan(first, skip, limit, readAhead, settings.maxEmptyPages());
	}

	private int pageSize(@Nullable Integer asked, long limit) {
		Integer configured = settings().pageSize();
		int pageSize = this.type.defaultPageSize();
		if (asked != null) {
			pageSize = asked;
		}
		else if (configured != null) {
			pageSize = configured;
		}
		return (int) Math.max(1, Math.min(limit, pageSize));
	}

	private PagingSettings settings() {
		return this.api.http().settings().paging();
	}

	@Override
	public Mono<FetchedPage<T>> fetch(URI link, int position, Consumer<URI> foresight) {
		ListContext context = new ListContext(this.filters, () -> this.resumable ? cursor(link, position) : null);
		ApiRequest request = ApiRequest.page(this.path, link, context);
		return this.api.exchange(request, (body) -> {
			NextLink guess = NextLink.guess(body, this.links);
			if (guess.target() != null) {
				foresight.accept(guess.target());
			}
			return read(request, context, guess, body);
		});
	}

	private FetchedPage<T> read(ApiRequest request, ListContext context, NextLink guess, DataBuffer body) {
		boolean empty = body.readableByteCount() == 0;
		int maxRecords = Math.max(MAX_RECORDS, MAX_EXCESS * this.links.pageSize(request.uri()));
		ListBody<T> page = ListReader.read(body.asInputStream(), this.type, maxRecords);
		return switch (page.content()) {
			case RECORDS -> follow(page.records(), page.next(), guess);
			case UNREADABLE -> throw Failures.unreadable(request, empty);
			case NO_LIST -> throw violation("the answer has no list '" + this.type.key() + "'", context);
			case TOO_MANY_RECORDS -> throw violation("the answer has more than " + maxRecords + " records", context);
			case OUT_OF_MEMORY -> throw Failures.tooLarge(request);
		};
	}

	private FetchedPage<T> follow(List<T> records, @Nullable String next, NextLink guess) {
		if (next == null || next.isEmpty()) {
			return new FetchedPage<>(records, null, null);
		}
		if (next.equals(guess.text())) {
			return new FetchedPage<>(records, guess.target(), null);
		}
		try {
			return new FetchedPage<>(records, this.links.follow(next), null);
		}
		catch (InvalidLinkException ex) {
			return new FetchedPage<>(records, null, "the next link " + ex.getMessage());
		}
	}

	@Override
	public PageCursor cursor(URI link, int position) {
		return this.links.cursor(link, position);
	}

	@Override
	public PagingException violation(String reason, PageCursor resumeCursor) {
		return violation(reason, new ListContext(this.filters, () -> this.resumable ? resumeCursor : null));
	}

	private PagingException violation(String reason, ListContext context) {
		return new PagingException("GET " + this.path.template() + ": " + reason, context.resumeCursor().get());
	}

}
