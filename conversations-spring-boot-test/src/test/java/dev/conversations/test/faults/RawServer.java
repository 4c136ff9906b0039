package dev.conversations.test.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Server that answers each connection with bytes, which need not be HTTP, and keeps what
 * it was sent.
 */
final class RawServer implements AutoCloseable {

	private static final int BACKLOG = 200;

	private final List<String> received = new CopyOnWriteArrayList<>();

	private final AtomicInteger accepted = new AtomicInteger();

	private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

	private final ServerSocket socket;

	private final Script script;

	RawServer(Script script) {
		this.script = script;
		try {
			this.socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		start(this::accept);
	}

	private static void start(Runnable task) {
		Thread thread = new Thread(task, "raw-server");
		thread.setDaemon(true);
		thread.start();
	}

	private void accept() {
		try {
			while (true) {
				Socket connection = this.socket.accept();
				this.connections.add(connection);
				this.accepted.incrementAndGet();
				start(() -> serve(connection));
			}
		}
		catch (IOException ex) {
			// The server was closed
		}
	}

	private void serve(Socket connection) {
		try (connection) {
			receive(connection.getInputStream());
			this.script.answer(connection.getOutputStream());
		}
		catch (IOException ex) {
			// The client or the test has gone
		}
		finally {
			this.connections.remove(connection);
		}
	}

	/**
	 * Reads what comes at once, which is a whole request or a greeting of TLS.
	 */
	private void receive(InputStream input) throws IOException {
		byte[] buffer = new byte[8192];
		int length = input.read(buffer);
		if (length > 0) {
			this.received.add(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
		}
	}

	/**
	 * What each connection was sent, but for those that were sent nothing.
	 */
	List<String> received() {
		return this.received;
	}

	int accepted() {
		return this.accepted.get();
	}

	InetSocketAddress address() {
		return (InetSocketAddress) this.socket.getLocalSocketAddress();
	}

	@Override
	public void close() {
		try {
			this.socket.close();
			for (Socket connection : this.connections) {
				connection.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What a connection is answered with; it is closed afterwards.
	 */
	@FunctionalInterface
	interface Script {

		void answer(OutputStream output) throws IOException;

	}

}
