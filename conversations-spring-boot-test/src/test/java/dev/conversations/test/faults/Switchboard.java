package dev.conversations.test.faults;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;

/**
 * Decides where each new connection of a client really leads, whatever address the client
 * believes to connect to.
 */
final class Switchboard extends AddressResolverGroup<InetSocketAddress> {

	private final AtomicInteger connections = new AtomicInteger();

	private final Line line;

	Switchboard(Line line) {
		this.line = line;
	}

	@Override
	protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
		return new LineResolver(executor);
	}

	private InetSocketAddress connect(InetSocketAddress address) throws IOException {
		return this.line.connect(this.connections.getAndIncrement(), address);
	}

	/**
	 * Where a connection leads, or why it leads nowhere.
	 */
	@FunctionalInterface
	interface Line {

		InetSocketAddress connect(int index, InetSocketAddress address) throws IOException;

	}

	private final class LineResolver extends AbstractAddressResolver<InetSocketAddress> {

		LineResolver(EventExecutor executor) {
			super(executor, InetSocketAddress.class);
		}

		@Override
		protected boolean doIsResolved(InetSocketAddress address) {
			return false;
		}

		@Override
		protected void doResolve(InetSocketAddress address, Promise<InetSocketAddress> promise) {
			try {
				promise.setSuccess(connect(address));
			}
			catch (IOException ex) {
				promise.setFailure(ex);
			}
		}

		@Override
		protected void doResolveAll(InetSocketAddress address, Promise<List<InetSocketAddress>> promise) {
			try {
				promise.setSuccess(List.of(connect(address)));
			}
			catch (IOException ex) {
				promise.setFailure(ex);
			}
		}

	}

}
