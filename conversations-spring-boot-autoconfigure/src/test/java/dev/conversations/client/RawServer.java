package dev.conversations.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Server on loopback that writes whatever bytes a test says, on connections that stay
 * open.
 */
final class RawServer implements AutoCloseable {

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final List<Socket> connections = new CopyOnWriteArrayList<>();

	private final List<String> targets = new CopyOnWriteArrayList<>();

	private final AtomicInteger accepted = new AtomicInteger();

	private final ServerSocket server;

	private final Script script;

	private RawServer(ServerSocket server, Script script) {
		this.server = server;
		this.script = script;
	}

	static RawServer answering(Script script) throws IOException {
		RawServer server = new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
		server.threads.execute(server::accept);
		return server;
	}

	/**
	 * A complete answer.
	 */
	static String json(String body) {
		return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
				+ body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
	}

	private void accept() {
		try {
			while (!this.server.isClosed()) {
				Socket connection = this.server.accept();
				this.connections.add(connection);
				int number = this.accepted.incrementAndGet();
				this.threads.execute(() -> serve(connection, number));
			}
		}
		catch (IOException ex) {
			// The server was closed
		}
	}

	private void serve(Socket connection, int number) {
		try (connection) {
			connection.setTcpNoDelay(true);
			BufferedReader in = new BufferedReader(
					new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
			String line = in.readLine();
			while (line != null) {
				String target = line.substring(line.indexOf(' ') + 1, line.lastIndexOf(' '));
				for (String header = in.readLine(); header != null && !header.isEmpty();) {
					header = in.readLine();
				}
				this.targets.add(target);
				this.script.answer(target, number, new Connection(connection.getOutputStream()));
				line = in.readLine();
			}
		}
		catch (IOException ex) {
			// The client has closed the connection
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	URI url() {
		return URI.create("http://127.0.0.1:" + this.server.getLocalPort());
	}

	List<String> targets() {
		return this.targets;
	}

	int connections() {
		return this.accepted.get();
	}

	@Override
	public void close() throws IOException {
		this.server.close();
		for (Socket connection : this.connections) {
			connection.close();
		}
		this.threads.shutdownNow();
	}

	/**
	 * Answers a request without body.
	 */
	@FunctionalInterface
	interface Script {

		void answer(String target, int connection, Connection out) throws IOException, InterruptedException;

	}

	/**
	 * Connection to a client.
	 *
	 * @param out where bytes go
	 */
	record Connection(OutputStream out) {

		void write(String text) throws IOException {
			this.out.write(text.getBytes(StandardCharsets.UTF_8));
			this.out.flush();
		}

		void close() throws IOException {
			this.out.close();
		}

	}

}
