package dev.conversations.client;

import java.lang.ref.WeakReference;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A stream lets go what it has delivered, also while it waits for its next page.
 */
class DeliveredPagesTests {

	private final List<WeakReference<Object>> records = new ArrayList<>();

	private int received;

	@Test
	void pageIsLetGoWhileTheNextOneIsWaitedFor() {
		Disposable stream = new PageFlux<>(new Source(), new PagePlan(URI.create("/"), 0, Long.MAX_VALUE, true, 3),
				PageShape.elements(), Schedulers.immediate())
			.subscribe((value) -> this.received++);
		assertThat(this.received).isEqualTo(3);
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
			System.gc();
			return this.records.stream().allMatch((reference) -> reference.get() == null);
		});
		assertThat(stream.isDisposed()).isFalse();
		stream.dispose();
	}

	/**
	 * Source whose second page never comes.
	 */
	private final class Source implements PageSource<Object> {

		@Override
		public Mono<FetchedPage<Object>> fetch(URI link, int position, Consumer<URI> foresight) {
			return link.toString().equals("/") ? Mono.fromSupplier(this::page) : Mono.never();
		}

		private FetchedPage<Object> page() {
			List<Object> page = new ArrayList<>(List.of(new Object(), new Object(), new Object()));
			page.forEach((value) -> DeliveredPagesTests.this.records.add(new WeakReference<>(value)));
			return new FetchedPage<>(page, URI.create("/next"), null);
		}

		@Override
		public PageCursor cursor(URI link, int position) {
			return new PageCursor("", position, "0123456789abcdef");
		}

		@Override
		public PagingException violation(String reason, PageCursor resumeCursor) {
			return new PagingException(reason, resumeCursor);
		}

	}

}
