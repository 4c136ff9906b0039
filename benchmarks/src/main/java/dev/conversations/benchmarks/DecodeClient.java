package dev.conversations.benchmarks;

import java.util.stream.IntStream;

import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Databind on the same bytes, without a network.
 */
final class DecodeClient implements ListClient {

	static final String NAME = "decode";

	private final JsonMapper mapper = JsonMapper.shared();

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Mono<Long> read(ServedList list) {
		byte[] page = RenderedPages.firstPage(list);
		return Mono.fromSupplier(() -> IntStream.range(0, list.pages())
			.mapToLong((number) -> this.mapper.readValue(page, PlainPage.type(list.kind())).records().size())
			.sum());
	}

}
