package dev.conversations.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Program that serves one list of participant conversations. Below {@code /delay/20} each
 * answer takes 20 ms; what the timers of this machine are late by is measured first and
 * made up for. It prints its port and ends when its input does.
 *
 * @since 0.1.0
 */
public final class PageServer {

	static final int PAGES = 50;

	static final int PAGE_SIZE = 20;

	private static final int TIMERS = 50;

	private static final Map<String, String> BODIES = new ConcurrentHashMap<>();

	private static volatile long lateness;

	private PageServer() {
	}

	/**
	 * Serves until the input ends.
	 * @param args none
	 * @throws Exception if the input cannot be read or a timer fails
	 */
	public static void main(String[] args) throws Exception {
		DisposableServer server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.route((routes) -> routes.get("/delay/{delay}/v1/ParticipantConversations", PageServer::answer))
			.bindNow();
		lateness = lateness(server.channel().eventLoop());
		System.out.println(server.port());
		while (System.in.read() != -1) {
			Thread.onSpinWait();
		}
		server.disposeNow();
	}

	/**
	 * Median time in nanoseconds by which an event loop's timers of 20 ms are late.
	 */
	private static long lateness(ScheduledExecutorService eventLoop) throws Exception {
		long[] late = new long[TIMERS];
		for (int i = 0; i < TIMERS; i++) {
			long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20);
			late[i] = eventLoop.schedule(System::nanoTime, 20, TimeUnit.MILLISECONDS).get() - due;
		}
		Arrays.sort(late);
		return late[TIMERS / 2];
	}

	private static Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
		Mono<String> body = Mono.just(BODIES.computeIfAbsent(url(request), PageServer::body));
		long delay = Long.parseLong(String.valueOf(request.param("delay")));
		return response.header("Content-Type", "application/json")
			.sendString((delay > 0)
					? body.delayElement(Duration.ofMillis(delay).minusNanos(lateness), eventLoop(request)) : body);
	}

	private static String url(HttpServerRequest request) {
		return "http://" + request.requestHeaders().get("Host") + request.uri();
	}

	/**
	 * The thread of the connection, so that a delay costs no change of threads.
	 */
	private static Scheduler eventLoop(HttpServerRequest request) {
		AtomicReference<Scheduler> eventLoop = new AtomicReference<>(Schedulers.immediate());
		request.withConnection(
				(connection) -> eventLoop.set(Schedulers.fromExecutorService(connection.channel().eventLoop())));
		return Objects.requireNonNull(eventLoop.get());
	}

	private static String body(String url) {
		String link = url.replaceFirst("&Page=.*", "");
		int page = link.equals(url) ? 0 : Integer.parseInt(url.substring(link.length() + "&Page=".length()));
		String records = IntStream.range(page * PAGE_SIZE, (page + 1) * PAGE_SIZE)
			.mapToObj(PageServer::conversation)
			.collect(Collectors.joining(","));
		String next = (page < PAGES - 1) ? "\"" + link + "&Page=" + (page + 1) + "\"" : "null";
		return """
				{"conversations":[%s],"meta":{"key":"conversations","page":%d,"page_size":%d,"url":"%s",\
				"first_page_url":"%s","previous_page_url":null,"next_page_url":%s}}""".formatted(records, page,
				PAGE_SIZE, url, link, next);
	}

	private static String conversation(int number) {
		return """
				{"conversation_sid":"%d","conversation_friendly_name":"Conversation","conversation_attributes":"{}",\
				"conversation_state":"active","conversation_date_created":"2015-07-30T20:00:00Z"}""".formatted(number);
	}

}
