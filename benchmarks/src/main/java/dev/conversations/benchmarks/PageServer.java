package dev.conversations.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Program that serves lists. What its timers are late by on this machine is measured
 * first and made up for. It prints its port and ends when its input does.
 *
 * @since 0.1.0
 */
public final class PageServer {

	private static final int TIMERS = 50;

	private static final String PAGE = "&Page=";

	private static volatile long lateness;

	private PageServer() {
	}

	/**
	 * Serves until the input ends.
	 * @param args none
	 * @throws Exception if the input cannot be read or a timer fails
	 */
	public static void main(String[] args) throws Exception {
		DisposableServer server = HttpServer.create().host("127.0.0.1").port(0).handle(PageServer::answer).bindNow();
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
		ServedList list = ServedList.parse(request.uri());
		byte[] records = RenderedPages.records(list);
		byte[] meta = RenderedPages.meta(list, page(request.uri()),
				"http://" + request.requestHeaders().get(HttpHeaderNames.HOST));
		Mono<ByteBuf> body = Mono.fromSupplier(() -> Unpooled.wrappedBuffer(records, meta));
		return response.header(HttpHeaderNames.CONTENT_TYPE, "application/json")
			.header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(records.length + meta.length))
			.send((list.delay() > 0) ? delay(list, request).then(body) : body);
	}

	private static int page(String uri) {
		int start = uri.indexOf(PAGE) + PAGE.length();
		return (start < PAGE.length()) ? 0 : Integer.parseInt(uri.substring(start, uri.indexOf('&', start)));
	}

	private static Mono<Long> delay(ServedList list, HttpServerRequest request) {
		return Mono.delay(Duration.ofMillis(list.delay()).minusNanos(lateness), eventLoop(request));
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

}
