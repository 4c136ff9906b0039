package dev.conversations.test.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The rows of the matrix.
 */
final class Faults {

	private static final Duration SHORT_TIMEOUT = Duration.ofSeconds(1);

	private static final int TOO_LARGE = 70_000;

	private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n";

	private Faults() {
	}

	static List<Fault> all() {
		List<Fault> lasting = Stream.of(connections(), exchanges(), statuses(), bodies())
			.flatMap(List::stream)
			.toList();
		return Stream.of(lasting, lasting.stream().map(Fault::once).toList(), waits(), lists(), consumers())
			.flatMap(List::stream)
			.toList();
	}

	private static List<Fault> connections() {
		return List.of(Fault.staged("refused", Reaction.UNCONNECTED, Faults::refusing).because("Connection refused"),
				Fault.line("unknown host", Reaction.UNCONNECTED, (index, address) -> {
					throw new UnknownHostException("conversations.invalid");
				}).because("conversations.invalid"),
				Fault.staged("connect time-out", Reaction.UNCONNECTED, Faults::neverAccepting).because("timed out"),
				Fault.staged("certificate not trusted", Reaction.UNCONNECTED, (scene) -> {
					TlsFront impostor = scene.tlsFront();
					secure(scene, impostor.address());
				}).because("PKIX path validation failed"), Fault.staged("no TLS", Reaction.UNCONNECTED, (scene) -> {
					RawServer plain = scene.stranger((output) -> write(output, "HTTP/1.1 400 Bad Request\r\n\r\n"));
					secure(scene, plain.address());
				}).because("no TLS"));
	}

	private static void secure(Scene.Builder scene, InetSocketAddress impostor) {
		TlsFront front = scene.tlsFront();
		scene.connector((http) -> http.secure((spec) -> spec.sslContext(front.clientContext())));
		scene.baseUrl(front.url());
		scene.detour((index, origin) -> impostor);
	}

	/**
	 * A socket whose backlog is full.
	 */
	private static void neverAccepting(Scene.Builder scene) {
		try {
			ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
			List<Socket> queue = List.of(connect(server), connect(server), connect(server));
			scene.detour((index, origin) -> (InetSocketAddress) server.getLocalSocketAddress());
			scene.add(() -> close(server, queue));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Socket connect(ServerSocket server) throws IOException {
		Socket socket = new Socket();
		try {
			socket.connect(server.getLocalSocketAddress(), 50);
		}
		catch (IOException ex) {
			// The backlog is full
		}
		return socket;
	}

	private static void close(ServerSocket server, List<Socket> queue) {
		try {
			server.close();
			for (Socket socket : queue) {
				socket.close();
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void refusing(Scene.Builder scene) {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			InetSocketAddress closed = (InetSocketAddress) socket.getLocalSocketAddress();
			scene.detour((index, origin) -> closed);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<Fault> exchanges() {
		return List.of(Fault.answer("reset before the answer", Reaction.LOST, (fault) -> fault.reset()),
				Fault
					.answer("reset after it was carried out", Reaction.LOST, (fault) -> fault.afterProcessing().reset())
					.afterProcessing(),
				Fault.answer("reset on a connection from the pool", Reaction.LOST, (fault) -> fault.reset())
					.with(Scene.Builder::pooled),
				Fault.bytes("closed before the answer", Reaction.LOST, (output) -> {
				}),
				Fault.bytes("interim answer, then closed", Reaction.LOST,
						(output) -> write(output, "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")),
				Fault.bytes("reset in the head", Reaction.LOST, (output) -> write(output, "HTTP/1.1 200 OK\r\nCon")),
				Fault.answer("reset in the body", Reaction.LOST, (fault) -> fault.resetInBody()).afterProcessing(),
				Fault.bytes("closed in the body", Reaction.LOST, (output) -> write(output, HEAD + "{")),
				Fault.answer("hang", Reaction.LATE, (fault) -> fault.hang()).with(Faults::impatient),
				Fault.bytes("slow body", Reaction.LATE, Faults::trickle).with(Faults::impatient));
	}

	private static void impatient(Scene.Builder scene) {
		scene.settings((settings) -> settings.withLimits(settings.limits().withResponseTimeout(SHORT_TIMEOUT)));
	}

	private static void trickle(OutputStream output) throws IOException {
		write(output, HEAD);
		Flux.interval(Duration.ofMillis(20), Schedulers.boundedElastic())
			.take(200)
			.concatMap((tick) -> Mono.fromCallable(() -> {
				write(output, " ");
				return tick;
			}))
			.onErrorComplete(IOException.class)
			.blockLast(Duration.ofSeconds(30));
	}

	private static void write(OutputStream output, String text) throws IOException {
		output.write(text.getBytes(StandardCharsets.ISO_8859_1));
		output.flush();
	}

	private static List<Fault> statuses() {
		return List.of(
				Fault
					.answer("HTML with status 502", Reaction.SERVER_ERROR,
							(fault) -> fault.respond(502, "text/html", "<html><body>Bad Gateway</body></html>"))
					.because(": 502"),
				Fault.answer("empty 503", Reaction.SERVER_ERROR, (fault) -> fault.respond(503)).because(": 503"),
				Fault
					.answer("HTML with status 504", Reaction.SERVER_ERROR,
							(fault) -> fault.respond(504, "text/html", "<html></html>"))
					.because(": 504"),
				Fault
					.answer("500 with Twilio's body", Reaction.SERVER_ERROR,
							(fault) -> fault.error(500, 20500, "Internal Server Error"))
					.because(": 500, code 20500: Internal Server Error"),
				redirect(303), redirect(307));
	}

	private static Fault redirect(int status) {
		return Fault.staged("redirect to another host, status " + status, Reaction.REFUSED, (scene) -> {
			String elsewhere = "http://127.0.0.1:" + scene.shunned().address().getPort() + "/v1/elsewhere";
			scene.answer((fault) -> fault.header("Location", elsewhere).respond(status));
		}).because(": " + status);
	}

	private static List<Fault> bodies() {
		return List.of(Fault.answer("truncated JSON", Reaction.NOT_JSON, (fault) -> fault.truncateBody()),
				Fault.answer("garbage", Reaction.NOT_JSON, (fault) -> fault.garbleBody()),
				Fault.answer("HTML with status 200", Reaction.NOT_JSON,
						(fault) -> fault.respond(200, "text/html", "<html><body>Log in</body></html>")),
				Fault.answer("empty 200", Reaction.NOT_JSON, (fault) -> fault.respond(200))
					.because("the answer has no body"),
				Fault.bytes("no HTTP", Reaction.UNREADABLE,
						(output) -> write(output, "220 mail.example ESMTP\r\n\r\n")),
				Fault
					.answer("body over the limit", Reaction.UNREADABLE,
							(fault) -> fault.respond(200, "application/json", "[" + " ".repeat(TOO_LARGE) + "]"))
					.with((scene) -> scene.settings(
							(settings) -> settings.withLimits(settings.limits().withMaxInMemorySize(TOO_LARGE - 1))))
					.because("the answer is too large"));
	}

	private static List<Fault> waits() {
		return List.of(refused("429, no Retry-After", () -> null).once(),
				refused("429, Retry-After 1 s", () -> "1").once(), refused("429, Retry-After zero", () -> "0").once(),
				refused("429, Retry-After negative", () -> "-1").once(),
				refused("429, Retry-After fractional", () -> "0.5").once(),
				refused("429, Retry-After garbage", () -> "soon").once(),
				refused("429, Retry-After a date", () -> date(Duration.ofSeconds(2))).once(),
				refused("429, Retry-After a date, clock fast", () -> date(Duration.ofHours(-1))).once(),
				tooLong("429, Retry-After a date, clock slow", () -> date(Duration.ofHours(1))),
				tooLong("429, Retry-After too long", () -> "31"), refused("429 for ever", () -> null),
				refused("429 for ever, Retry-After zero", () -> "0"), Fault.answer("503, Retry-After too long",
						Reaction.UNAVAILABLE, (fault) -> fault.header("Retry-After", "31").respond(503)));
	}

	private static Fault refused(String name, Supplier<String> retryAfter) {
		return Fault.answer(name, Reaction.TOO_MANY, (fault) -> {
			String value = retryAfter.get();
			if (value != null) {
				fault.header("Retry-After", value);
			}
			fault.error(429, 20429, "Too Many Requests");
		});
	}

	private static Fault tooLong(String name, Supplier<String> retryAfter) {
		return Fault.answer(name, Reaction.TOO_LONG,
				(fault) -> fault.header("Retry-After", retryAfter.get()).error(429, 20429, "Too Many Requests"));
	}

	private static String date(Duration fromNow) {
		return DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).plus(fromNow));
	}

	private static List<Fault> lists() {
		return List.of(
				Fault.answer("page far too large", Reaction.OVERSIZED,
						(fault) -> fault.respond(200, "application/json", oversizedPage())),
				Fault.staged("next link to another host", Reaction.MISLED, (scene) -> {
					String elsewhere = "http://127.0.0.1:" + scene.shunned().address().getPort() + "/v1/elsewhere";
					scene.answer((fault) -> fault.nextPageUrl(elsewhere));
				}));
	}

	/**
	 * A page of any list, with one record more than is taken.
	 */
	private static String oversizedPage() {
		String records = "[" + "{},".repeat(1_000) + "{}]";
		return "{\"participants\":" + records + ",\"conversations\":" + records + ",\"meta\":{}}";
	}

	/**
	 * Errors after which Reactor tells a subscriber nothing more.
	 */
	private static List<Fault> consumers() {
		return List.of(consumer("missing class in the consumer", () -> new NoClassDefFoundError("test")),
				consumer("stack overflow in the consumer", () -> new StackOverflowError("test")));
	}

	private static Fault consumer(String name, Supplier<Error> error) {
		return Fault.staged(name, Reaction.NONE, (scene) -> scene.consumerError(error));
	}

}
