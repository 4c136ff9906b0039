package dev.conversations.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JDK's own client with databind, one page after the other, as an iterator that
 * fetches when it is asked does.
 */
final class JdkClient implements BlockingClient {

	private final HttpClient httpClient = HttpClient.newHttpClient();

	private final JsonMapper mapper = JsonMapper.shared();

	private final URI baseUrl;

	private final Runnable onRequest;

	JdkClient(URI baseUrl, Runnable onRequest) {
		this.baseUrl = baseUrl;
		this.onRequest = onRequest;
	}

	@Override
	public String name() {
		return "JDK HttpClient + Jackson";
	}

	@Override
	public Iterable<?> records(ServedList list) {
		return () -> new Records(list);
	}

	private PlainPage fetch(URI link, Class<? extends PlainPage> type) {
		this.onRequest.run();
		try {
			byte[] body = this.httpClient.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofByteArray()).body();
			return this.mapper.readValue(body, type);
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Goes through the records of all pages.
	 */
	private final class Records implements Iterator<Object> {

		private final Class<? extends PlainPage> type;

		private Iterator<?> page = Collections.emptyIterator();

		private @Nullable URI next;

		Records(ServedList list) {
			this.type = PlainPage.type(list.kind());
			this.next = JdkClient.this.baseUrl.resolve(list.uri(0));
		}

		@Override
		public boolean hasNext() {
			while (!this.page.hasNext() && this.next != null) {
				PlainPage fetched = fetch(this.next, this.type);
				String link = fetched.meta().nextPageUrl();
				this.page = fetched.records().iterator();
				this.next = (link != null) ? URI.create(link) : null;
			}
			return this.page.hasNext();
		}

		@Override
		public Object next() {
			if (!hasNext()) {
				throw new NoSuchElementException();
			}
			return this.page.next();
		}

	}

}
