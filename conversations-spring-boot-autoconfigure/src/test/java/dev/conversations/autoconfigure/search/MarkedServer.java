package dev.conversations.autoconfigure.search;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * API and token endpoint on loopback that repeat personal data in all they answer.
 */
final class MarkedServer implements AutoCloseable {

	private static final String TOKEN_PATH = "/v2/token";

	/**
	 * A token that is not used again, so that each request is in need of another one.
	 */
	static final Answer TOKEN = Answer.of(200,
			"{\"access_token\":\"" + Marks.SECRET + "\",\"token_type\":\"Bearer\",\"expires_in\":0}");

	private static final String FIELDS = "\"identity\":\"%1$s\",\"attributes\":\"%1$s\",\"messaging_binding\":"
			+ "{\"type\":\"sms\",\"address\":\"%1$s\",\"proxy_address\":\"%1$s\",\"name\":\"%1$s\"},"
			+ "\"participant_identity\":\"%1$s\",\"conversation_unique_name\":\"%1$s\","
			+ "\"unique_name\":\"%1$s\",\"friendly_name\":\"%1$s\",\"bindings\":{\"email\":"
			+ "{\"projected_address\":\"%1$s\",\"name\":\"%1$s\"}},"
			+ "\"conversation_friendly_name\":\"%1$s\",\"conversation_created_by\":\"%1$s\",\"url\":\"%1$s\","
			+ "\"last_read_timestamp\":\"%1$s\",\"links\":{\"a\":\"%1$s\"}";

	private static final String RECORD = "{" + FIELDS.formatted(Marks.PERSONAL) + "}";

	private final List<String> received = new CopyOnWriteArrayList<>();

	private final DisposableServer server;

	private volatile Answer answer = page("null");

	private volatile Answer token = TOKEN;

	MarkedServer() {
		this.server = HttpServer.create().host("127.0.0.1").handle(this::handle).bindNow();
	}

	/**
	 * Everything that may come back from the API.
	 */
	static Stream<Answer> answers() {
		Stream<Answer> errors = Stream.of(301, 307, 400, 401, 403, 404, 409, 418, 429, 500, 503).map(Answer::error);
		Stream<Answer> successes = Stream
			.of("", Marks.PERSONAL, "{\"" + Marks.PERSONAL, "[\"" + Marks.PERSONAL + "\"]",
					"{\"participants\":[null],\"conversations\":[null]}",
					"{\"date_created\":\"" + Marks.PERSONAL + "\"}", "\"" + Marks.PERSONAL.repeat(2000) + "\"")
			.map((body) -> Answer.of(200, body));
		Stream<Answer> pages = Stream
			.of("\"https://elsewhere.example/" + Marks.PERSONAL + "\"", "\"?Page=1&Identity=qqperson\"",
					"\"" + Marks.PERSONAL + "\"", "null")
			.map(MarkedServer::page);
		return Stream.of(Stream.of(Answer.HANG, Answer.RESET, Answer.TOO_LONG_A_WAIT), errors, successes, pages)
			.flatMap((answers) -> answers);
	}

	/**
	 * Everything else that may come back from the token endpoint.
	 */
	static Stream<Answer> tokenAnswers() {
		Stream<Answer> errors = Stream.of(307, 400, 401, 403, 404, 429, 500, 503).map(Answer::error);
		Stream<Answer> successes = Stream
			.of("", Marks.SECRET, "{\"access_token\":\"" + Marks.SECRET + "\\n\"}",
					"{\"access_token\":\"" + Marks.SECRET + "\",\"token_type\":\"" + Marks.SECRET + "\"}",
					"\"" + Marks.SECRET.repeat(20000) + "\"")
			.map((body) -> Answer.of(200, body));
		return Stream.of(Stream.of(Answer.HANG, Answer.RESET, Answer.TOO_LONG_A_WAIT), errors, successes)
			.flatMap((answers) -> answers);
	}

	private static Answer page(String next) {
		return Answer.of(200, "{" + FIELDS.formatted(Marks.PERSONAL) + ",\"participants\":[" + RECORD
				+ "],\"conversations\":[" + RECORD + "],\"meta\":{\"next_page_url\":" + next + "}}");
	}

	private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		return request.receive().aggregate().asString().defaultIfEmpty("").flatMap((body) -> {
			this.received.add(request.uri() + " " + request.requestHeaders().get("Authorization") + " " + body);
			boolean forToken = request.uri().equals(TOKEN_PATH);
			String held = request.uri() + " " + body;
			return Mono.from((forToken ? this.token : this.answer)
				.send(held + " " + URLDecoder.decode(held, StandardCharsets.UTF_8), response));
		});
	}

	void answerWith(Answer answer, Answer token) {
		this.answer = answer;
		this.token = token;
	}

	String url() {
		return "http://127.0.0.1:" + this.server.port();
	}

	String tokenUri() {
		return url() + TOKEN_PATH;
	}

	/**
	 * What has come: target, credentials and body of each request.
	 */
	List<String> received() {
		return this.received;
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

	/**
	 * What a request is answered with.
	 *
	 * @param status the status, or zero to close the connection, or less to do nothing
	 * @param retryAfter the header {@code Retry-After}
	 * @param body the body, in which {@code @REQUEST} is what the request held
	 */
	record Answer(int status, String retryAfter, String body) {

		static final Answer RESET = of(0, "");

		static final Answer HANG = of(-1, "");

		static final Answer TOO_LONG_A_WAIT = new Answer(429, "3600", "");

		static Answer of(int status, String body) {
			return new Answer(status, "0", body);
		}

		static Answer error(int status) {
			return of(status, "{\"code\":50416,\"message\":\"@REQUEST\",\"error\":\"" + Marks.SECRET + "\"}");
		}

		Publisher<Void> send(String request, HttpServerResponse response) {
			if (this.status == 0) {
				response.withConnection(Connection::dispose);
			}
			if (this.status <= 0) {
				return Mono.never();
			}
			return response.status(this.status)
				.header("Content-Type", "application/json")
				.header("Retry-After", this.retryAfter)
				.header("Location", "/" + Marks.PATH.substring(0, 6))
				.header("Set-Cookie", "a=" + Marks.SECRET)
				.sendString(Flux.just(this.body.replace("@REQUEST", request.replace("\"", "\\\"")))
					.filter((text) -> !text.isEmpty()));
		}

	}

}
