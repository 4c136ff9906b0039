package dev.conversations.benchmarks;

import java.net.URI;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * {@code WebClient} with {@code expand} and {@code flatMapIterable}, the composition that
 * most examples show, with the limit of the codecs raised and databind to records.
 */
final class PlainClient implements ReactiveClient {

	static final String NAME = "WebClient + `expand`";

	private final WebClient webClient;

	private final Runnable onRequest;

	PlainClient(URI baseUrl, int connections, Runnable onRequest) {
		ConnectionProvider provider = ConnectionProvider.builder("plain")
			.maxConnections(connections)
			.pendingAcquireMaxCount(-1)
			.build();
		this.webClient = WebClient.builder()
			.baseUrl(baseUrl.toString())
			.clientConnector(new ReactorClientHttpConnector(HttpClient.create(provider)))
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(16 * 1024 * 1024))
			.defaultHeaders((headers) -> headers.setBasicAuth(StarterClient.ACCOUNT_SID, "none"))
			.build();
		this.onRequest = onRequest;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Flux<?> records(ServedList list) {
		Class<? extends PlainPage> type = PlainPage.type(list.kind());
		return firstPage(list)
			.expand((page) -> Mono.justOrEmpty(page.meta().nextPageUrl())
				.flatMap((next) -> page(this.webClient.get().uri(URI.create(next)), type)))
			.flatMapIterable(PlainPage::records);
	}

	/**
	 * Reads one page, as a bare GET.
	 */
	Mono<PlainPage> firstPage(ServedList list) {
		return page(this.webClient.get().uri(list.kind().template(), list.key(), list.pageSize()),
				PlainPage.type(list.kind()));
	}

	private Mono<PlainPage> page(WebClient.RequestHeadersSpec<?> request, Class<? extends PlainPage> type) {
		this.onRequest.run();
		return request.retrieve().bodyToMono(type).cast(PlainPage.class);
	}

}
