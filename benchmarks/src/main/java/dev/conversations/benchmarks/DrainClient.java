package dev.conversations.benchmarks;

import java.net.URI;

import io.netty.buffer.ByteBuf;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * Reactor Netty reading pages, one after the other, and dropping them: the floor of what
 * any client on it costs. It knows the links beforehand.
 */
final class DrainClient implements ListClient {

	static final String NAME = "drain";

	private final HttpClient httpClient;

	DrainClient(URI baseUrl) {
		this.httpClient = HttpClient.create().baseUrl(baseUrl.toString());
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Mono<Long> read(ServedList list) {
		return Flux.range(0, list.pages())
			.concatMap((page) -> this.httpClient.get()
				.uri(list.uri(page))
				.responseContent()
				.map(ByteBuf::readableBytes)
				.reduce(0, Integer::sum), 1)
			.then(Mono.fromSupplier(list::records));
	}

}
