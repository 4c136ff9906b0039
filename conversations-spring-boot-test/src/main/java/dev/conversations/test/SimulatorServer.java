package dev.conversations.test;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

/**
 * The HTTP server, with threads of its own. It listens on the loopback interface unless
 * it is told otherwise.
 */
final class SimulatorServer implements AutoCloseable {

	private static final int THREADS = 2;

	private static final int MAX_LINE = 32 * 1024;

	private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

	private final ChannelGroup connections = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE);

	private final LoopResources loops;

	private final DisposableServer server;

	SimulatorServer(ServerOptions options, ExchangeHandler handler) {
		this.loops = LoopResources.create("conversations-simulator", THREADS, options.daemon());
		HttpServer unbound = HttpServer.create()
			.host(options.host())
			.port(options.port())
			.runOn(this.loops)
			.httpRequestDecoder((decoder) -> decoder.maxInitialLineLength(MAX_LINE))
			.doOnConnection((connection) -> this.connections.add(connection.channel()))
			.handle(handler);
		try {
			this.server = unbound.bindNow();
		}
		catch (RuntimeException ex) {
			this.loops.dispose();
			throw ex;
		}
	}

	/**
	 * Returns the URL of the server, by the loopback address where it listens on all.
	 * @return the base URL
	 */
	String baseUrl() {
		InetSocketAddress address = (InetSocketAddress) this.server.address();
		InetAddress host = address.getAddress();
		return baseUrl(host.isAnyLocalAddress() ? ServerOptions.LOOPBACK : host.getHostAddress(), address.getPort());
	}

	static String baseUrl(String host, int port) {
		return "http://" + (host.contains(":") ? '[' + host + ']' : host) + ':' + port;
	}

	int port() {
		return this.server.port();
	}

	@Override
	public void close() {
		this.server.disposeNow(CLOSE_TIMEOUT);
		this.connections.close().awaitUninterruptibly(CLOSE_TIMEOUT.toMillis());
		this.loops.disposeLater(Duration.ZERO, CLOSE_TIMEOUT).subscribe();
	}

}
