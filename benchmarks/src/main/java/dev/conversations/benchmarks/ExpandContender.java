package dev.conversations.benchmarks;

import java.net.URI;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * {@code WebClient} with {@code expand} and {@code flatMapIterable}, the composition that
 * most examples show.
 */
final class ExpandContender implements Contender {

	private final WebClient webClient = WebClient.create();

	@Override
	public String name() {
		return "WebClient + `expand` + `flatMapIterable`";
	}

	@Override
	public void read(URI baseUrl, Consumer consumer, Work work) {
		Flux<JsonNode> pages = fetch(ListPage.first(baseUrl), work)
			.expand((page) -> Mono.justOrEmpty(ListPage.next(baseUrl, page)).flatMap((next) -> fetch(next, work)));
		consumer.consume(pages.flatMapIterable(ListPage::sids), work);
	}

	private Mono<JsonNode> fetch(URI link, Work work) {
		return Mono.defer(() -> {
			work.countRequest();
			return this.webClient.get().uri(link).retrieve().bodyToMono(JsonNode.class);
		});
	}

}
