package dev.conversations.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JDK's own client, one page after the other, as an iterator that fetches when it is
 * asked does.
 */
final class JdkContender implements Contender {

	private final HttpClient httpClient = HttpClient.newHttpClient();

	private final JsonMapper mapper = JsonMapper.shared();

	@Override
	public String name() {
		return "JDK client, lazy";
	}

	@Override
	public boolean supports(Consumer consumer) {
		return consumer == Consumer.ITERATOR;
	}

	@Override
	public void read(URI baseUrl, Consumer consumer, Work work) {
		URI link = ListPage.first(baseUrl);
		while (link != null) {
			work.countRequest();
			JsonNode page = fetch(link);
			ListPage.sids(page).forEach(work::block);
			link = ListPage.next(baseUrl, page);
		}
	}

	private JsonNode fetch(URI link) {
		try {
			HttpRequest request = HttpRequest.newBuilder(link).build();
			return this.mapper.readTree(this.httpClient.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
