package dev.conversations.test.faults;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;

import reactor.netty.resources.ConnectionPoolMetrics;
import reactor.netty.resources.ConnectionProvider;

/**
 * Connection pool that tells how many of its connections are in use.
 */
final class Pool implements AutoCloseable, ConnectionProvider.MeterRegistrar {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private final Map<String, ConnectionPoolMetrics> metrics = new ConcurrentHashMap<>();

	private final ConnectionProvider provider;

	Pool(int maxConnections) {
		this.provider = ConnectionProvider.builder("faults")
			.maxConnections(maxConnections)
			.pendingAcquireMaxCount(-1)
			.metrics(true, () -> this)
			.build();
	}

	ConnectionProvider provider() {
		return this.provider;
	}

	int inUse() {
		return sum(ConnectionPoolMetrics::acquiredSize) + sum(ConnectionPoolMetrics::pendingAcquireSize);
	}

	int open() {
		return sum(ConnectionPoolMetrics::allocatedSize);
	}

	private int sum(ToIntFunction<ConnectionPoolMetrics> size) {
		return this.metrics.values().stream().mapToInt(size).sum();
	}

	@Override
	public void registerMetrics(String poolName, String id, SocketAddress remoteAddress,
			ConnectionPoolMetrics metrics) {
		this.metrics.put(id + remoteAddress, metrics);
	}

	@Override
	public void deRegisterMetrics(String poolName, String id, SocketAddress remoteAddress) {
		this.metrics.remove(id + remoteAddress);
	}

	@Override
	public void close() {
		this.provider.disposeLater().block(LIMIT);
	}

}
