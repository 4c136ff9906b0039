package dev.conversations.client;

import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;

/**
 * Streams every page of a list. Only page N tells where page N+1 is, so that one fetch is
 * in flight at a time; the current page and at most one ready page are held.
 * <p>
 * With read-ahead the next page is requested on either of two grounds: demand exceeds
 * what is held, or a consumer that asks in steps has crossed into a second page and the
 * last page that was fetched starts to be delivered. Without it, the next page is
 * requested when nothing is held and demand remains.
 * <p>
 * If demand is unbounded and all that came was delivered, the next page is due in any
 * case. It is then requested as soon as the source foresees its link, before the page in
 * front of it is read; if the link turns out to be another one, that fetch is cancelled.
 * <p>
 * An error waits until what came before it is delivered and demand remains.
 * <p>
 * A page that comes in on a thread of the source, such as the event loop of a connection,
 * is delivered on another one. The source thereby gets its thread back at once, after the
 * next page was requested, however long the consumer works.
 *
 * @param <T> the type of the records
 * @param <R> the type of what is delivered
 */
final class PageFlux<T, R> extends Flux<R> {

	private final PageSource<T> source;

	private final PagePlan plan;

	private final PageShape<T, R> shape;

	private final Scheduler delivery;

	/**
	 * Creates a stream.
	 * @param delivery delivers what came in on a thread of the source
	 */
	PageFlux(PageSource<T> source, PagePlan plan, PageShape<T, R> shape, Scheduler delivery) {
		this.source = source;
		this.plan = plan;
		this.shape = shape;
		this.delivery = delivery;
	}

	@Override
	public void subscribe(CoreSubscriber<? super R> actual) {
		PageSequence<T, R> pages = new PageSequence<>(this.source, this.plan, this.shape);
		actual.onSubscribe(new PageSubscription<>(actual, pages, this.plan.readAhead(), this.delivery));
	}

}
