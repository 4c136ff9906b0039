package dev.conversations.client;

import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Server on loopback whose answers depend on the raw request target, which it keeps.
 */
final class ScriptedServer implements AutoCloseable {

	private final Sinks.Empty<Void> arrived = Sinks.empty();

	private final Sinks.Empty<Void> closed = Sinks.empty();

	private final Function<String, Answer> answers;

	private final RecordingServer server;

	private ScriptedServer(Function<String, Answer> answers) {
		this.answers = answers;
		this.server = RecordingServer.answering(this::handle);
	}

	static ScriptedServer answering(Function<String, Answer> answers) {
		return new ScriptedServer(answers);
	}

	private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		Answer answer = this.answers.apply(request.uri());
		if (answer.equals(Answer.NEVER)) {
			request.withConnection((connection) -> connection.onDispose(this.closed::tryEmitEmpty));
			this.arrived.tryEmitEmpty();
			return Mono.never();
		}
		return response.status(answer.status())
			.header("Content-Type", "application/json")
			.sendString(Mono.just(answer.body()).filter((body) -> !body.isEmpty()))
			.then();
	}

	URI url() {
		return this.server.url();
	}

	ParticipantClient client() {
		return client(WebClient.builder(), "");
	}

	/**
	 * A client whose base URL has a path.
	 */
	ParticipantClient client(WebClient.Builder builder, String path) {
		return twilio(builder, path).participants();
	}

	ConversationClient conversations() {
		return twilio(WebClient.builder(), "").conversations();
	}

	private TwilioConversations twilio(WebClient.Builder builder, String path) {
		TwilioCredentials credentials = new BasicCredentials("ACuser", "password", null);
		return TwilioTransport.create(builder, TransportSettings.of(URI.create(url() + path)))
			.conversations(credentials);
	}

	/**
	 * The targets of the requests, as they came.
	 */
	List<String> targets() {
		return this.server.received().stream().map(RecordingServer.Received::target).toList();
	}

	/**
	 * Completes when a request waits for {@link Answer#NEVER}.
	 */
	Mono<Void> arrived() {
		return this.arrived.asMono();
	}

	/**
	 * Completes when the connection of a request that waited for {@link Answer#NEVER} is
	 * closed.
	 */
	Mono<Void> closed() {
		return this.closed.asMono();
	}

	@Override
	public void close() {
		this.server.close();
	}

	/**
	 * What the server answers.
	 *
	 * @param status the status
	 * @param body the body, possibly empty
	 */
	record Answer(int status, String body) {

		/**
		 * No answer at all.
		 */
		static final Answer NEVER = new Answer(0, "");

		static Answer ok(String body) {
			return new Answer(200, body);
		}

		/**
		 * A page of participant conversations.
		 */
		static Answer page(int first, int count, String next) {
			return page("conversation_sid", first, count, next);
		}

		/**
		 * A page of conversations.
		 */
		static Answer conversations(int first, int count, String next) {
			return page("sid", first, count, next);
		}

		private static Answer page(String name, int first, int count, String next) {
			String records = IntStream.range(first, first + count)
				.mapToObj((number) -> "{\"" + name + "\":\"CH" + number + "\"}")
				.collect(Collectors.joining(","));
			return ok("{\"conversations\":[" + records + "],\"meta\":{\"next_page_url\":\"" + next + "\"}}");
		}

	}

}
