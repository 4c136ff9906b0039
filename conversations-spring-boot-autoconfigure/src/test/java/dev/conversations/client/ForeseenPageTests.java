package dev.conversations.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.server.HttpServerRequest;
import reactor.test.StepVerifier;

import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages that are requested before the one in front is read, over connections.
 */
class ForeseenPageTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final String UNREADABLE = "{\"participants\":[{\"sid\":[]}],"
			+ "\"meta\":{\"next_page_url\":\"?PageSize=100&Page=1\"}}";

	private static RecordingServer server(String firstPage) {
		return RecordingServer.answering((request, response) -> response.header("Content-Type", "application/json")
			.sendString(
					Mono.just(isFirst(request) ? firstPage : "{\"participants\":[{\"sid\":\"MB2\"}],\"meta\":{}}")));
	}

	private static boolean isFirst(HttpServerRequest request) {
		return !request.uri().contains("Page=");
	}

	private static ParticipantClient client(RecordingServer server) {
		return TestClients.create(WebClient.builder(),
				server.settings().withLimits(LimitSettings.defaults().withConcurrency(1, 1)));
	}

	@Test
	void pageBehindIsRequestedBeforeOneIsRead() {
		List<URI> requested = new CopyOnWriteArrayList<>();
		Sinks.One<ClientResponse> answer = Sinks.one();
		ParticipantClient client = TestClients.create(WebClient.builder().exchangeFunction((request) -> {
			requested.add(request.url());
			return (requested.size() == 1) ? answer.asMono() : Mono.never();
		}), TransportSettings.of(URI.create("http://127.0.0.1")));
		StepVerifier.create(client.list("CH1"))
			.then(() -> answer.tryEmitValue(ClientResponse.create(HttpStatus.OK).body(UNREADABLE).build()).orThrow())
			.expectError(TwilioConnectionException.class)
			.verify(LIMIT);
		assertThat(requested).extracting(URI::getRawQuery).containsExactly("PageSize=100", "PageSize=100&Page=1");
	}

	/**
	 * The connection of a page is free before the next one is requested.
	 */
	@Test
	void pagesOfAListShareAConnection() {
		Set<Object> connections = ConcurrentHashMap.newKeySet();
		try (RecordingServer server = RecordingServer.answering((request, response) -> {
			request.withConnection((connection) -> connections.add(connection.channel()));
			String next = request.uri().endsWith("Page=9") ? "null" : "\"" + next(request.uri()) + "\"";
			return response.header("Content-Type", "application/json")
				.sendString(Mono.just("{\"participants\":[{}],\"meta\":{\"next_page_url\":" + next + "}}"));
		})) {
			ParticipantClient client = TestClients.create(WebClient.builder(), server.settings());
			assertThat(client.list("CH1").count().block(LIMIT)).isEqualTo(10);
			assertThat(connections).hasSize(1);
		}
	}

	private static String next(String uri) {
		int page = uri.contains("&Page=") ? Integer.parseInt(uri.substring(uri.lastIndexOf('=') + 1)) : 0;
		return "?PageSize=100&Page=" + (page + 1);
	}

	@Test
	void wrongGuessChangesNothingThatIsDelivered() {
		try (RecordingServer server = server("{\"participants\":[{\"sid\":\"MB1\"}],\"meta\":{\"next_page_url\":"
				+ "\"?PageSize=100&Page=1\"},\"more\":{\"next_page_url\":\"?PageSize=100&Page=7\"}}")) {
			ParticipantClient client = client(server);
			List<List<String>> lists = Flux.range(0, 50)
				.concatMap((list) -> client.list("CH1").mapNotNull(Participant::sid).collectList())
				.collectList()
				.block(LIMIT);
			assertThat(lists).hasSize(50).allSatisfy((sids) -> assertThat(sids).containsExactly("MB1", "MB2"));
			assertThat(server.received()).filteredOn((request) -> request.target().endsWith("&Page=1")).hasSize(50);
		}
	}

	/**
	 * The page behind is given up, with its permits and its connection.
	 */
	@Test
	void pageThatCannotBeReadIsAnErrorWhateverIsBehindIt() {
		try (RecordingServer server = server(UNREADABLE)) {
			ParticipantClient client = client(server);
			List<PageCursor> cursors = Flux.range(0, 50)
				.concatMap((list) -> client.list("CH1")
					.then(Mono.<PageCursor>empty())
					.onErrorResume(TwilioConnectionException.class, (failure) -> Mono.just(failure.resumeCursor())))
				.collectList()
				.block(LIMIT);
			assertThat(cursors).hasSize(50).allSatisfy((cursor) -> assertThat(cursor.position()).isZero());
		}
	}

}
