package dev.conversations.client;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

/**
 * One list of Twilio: where it is, how large its pages are, and how an answer is read.
 *
 * @param <T> the type of the records
 */
final class PagedList<T> implements PageSource<T> {

	private final TwilioHttp http;

	private final ParticipantClientSettings settings;

	private final ListType<T> type;

	private final ResourcePath path;

	private final @Nullable ParticipantIdentifier filter;

	private final PageLinks links;

	PagedList(TwilioHttp http, ParticipantClientSettings settings, ListType<T> type, ResourcePath path,
			@Nullable ParticipantIdentifier filter) {
		this.http = http;
		this.settings = settings;
		this.type = type;
		this.path = path;
		this.filter = filter;
		this.links = new PageLinks(settings.baseUrl(), path, filter, () -> settings.credentials().get().owner());
	}

	Flux<T> elements(Paging paging) {
		return stream(paging, PageShape.elements());
	}

	Flux<Page<T>> pages(Paging paging) {
		return stream(paging, PageShape.pages());
	}

	private <R> Flux<R> stream(Paging paging, PageShape<T, R> shape) {
		Assert.notNull(paging, "'paging' must not be null");
		PagePlan plan = plan(paging);
		return (plan.limit() > 0) ? new PageFlux<>(this, plan, shape) : Flux.empty();
	}

	private PagePlan plan(Paging paging) {
		Integer asked = paging.pageSize();
		Assert.isTrue(asked == null || asked <= this.type.maxPageSize(),
				() -> "'pageSize' must be between 1 and " + this.type.maxPageSize());
		long limit = (paging.limit() != null) ? paging.limit() : Long.MAX_VALUE;
		boolean readAhead = (paging.readAhead() != null) ? paging.readAhead() : this.settings.readAhead();
		PageCursor start = paging.start();
		URI first = (start != null) ? this.links.at(start) : this.links.first(pageSize(asked, limit));
		int skip = (start != null) ? start.position() : 0;
		return new PagePlan(first, skip, limit, readAhead, this.settings.maxEmptyPages());
	}

	private int pageSize(@Nullable Integer asked, long limit) {
		Integer configured = this.settings.pageSize();
		int pageSize = this.type.maxPageSize();
		if (asked != null) {
			pageSize = asked;
		}
		else if (configured != null) {
			pageSize = Math.min(configured, pageSize);
		}
		return (int) Math.max(1, Math.min(limit, pageSize));
	}

	@Override
	public Mono<FetchedPage<T>> fetch(URI link, int position) {
		Supplier<PageCursor> resumeCursor = () -> cursor(link, position);
		ApiRequest request = new ApiRequest(HttpMethod.GET, this.path, link, null, null,
				new ApiRequest.ListContext(this.filter, resumeCursor));
		return this.http.exchange(request).map((body) -> read(request, resumeCursor, body));
	}

	private FetchedPage<T> read(ApiRequest request, Supplier<PageCursor> resumeCursor, byte[] body) {
		ListBody<T> page = Json.read(body, this.type.bodyType());
		List<T> records = (page != null) ? page.records() : null;
		if (records == null && Json.isObjectWithoutList(body, this.type.key())) {
			throw violation("the answer has no list '" + this.type.key() + "'", resumeCursor.get());
		}
		if (page == null || records == null || records.stream().anyMatch(Objects::isNull)) {
			throw Failures.unreadable(request, body);
		}
		ListBody.Meta meta = page.meta();
		String next = (meta != null) ? meta.nextPageUrl() : null;
		return follow(records, next);
	}

	private FetchedPage<T> follow(List<T> records, @Nullable String next) {
		if (next == null || next.isEmpty()) {
			return new FetchedPage<>(records, null, null);
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
		return new PagingException("GET " + this.path.template() + ": " + reason, resumeCursor);
	}

}
