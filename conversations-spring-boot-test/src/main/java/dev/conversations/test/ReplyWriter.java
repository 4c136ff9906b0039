package dev.conversations.test;

import java.time.Duration;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.FutureMono;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Writes a reply, whole or not.
 */
final class ReplyWriter {

	// Long enough for the client to take what was sent before the reset overtakes it
	private static final Duration BEFORE_RESET = Duration.ofMillis(50);

	private final HttpServerResponse response;

	private final Channel channel;

	ReplyWriter(HttpServerResponse response) {
		Channel[] channel = new Channel[1];
		response.withConnection((connection) -> channel[0] = connection.channel());
		this.response = response;
		this.channel = channel[0];
	}

	/**
	 * Returns the scheduler of the connection, which no virtual time of a test replaces.
	 * @return the scheduler
	 */
	Scheduler scheduler() {
		return Schedulers.fromExecutorService(this.channel.eventLoop());
	}

	Mono<Void> write(Reply reply) {
		return switch (reply.ending()) {
			case COMPLETE -> writeWhole(reply);
			case RESET_IN_BODY -> writeHalf(reply);
			case RESET -> reset();
			case HANG -> Mono.never();
		};
	}

	private Mono<Void> writeWhole(Reply reply) {
		writeHead(reply);
		return (reply.content().length == 0) ? this.response.send()
				: this.response.sendByteArray(Mono.just(reply.content())).then();
	}

	private Mono<Void> writeHalf(Reply reply) {
		writeHead(reply);
		return this.response
			.send(Flux.just(Unpooled.wrappedBuffer(Reply.firstHalf(reply.content())))
				.concatWith(Mono.delay(BEFORE_RESET, scheduler()).then(reset())), (buffer) -> true)
			.then();
	}

	private void writeHead(Reply reply) {
		this.response.status(reply.status());
		reply.headers().forEach(this.response::header);
		if (reply.status() != 204) {
			this.response.header("Content-Length", String.valueOf(reply.content().length));
		}
	}

	private <T> Mono<T> reset() {
		return Mono.defer(() -> {
			this.channel.config().setOption(ChannelOption.SO_LINGER, 0);
			return FutureMono.from(this.channel.close()).then(Mono.never());
		});
	}

}
