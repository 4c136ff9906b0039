package dev.conversations.autoconfigure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Forward proxy on loopback that tunnels what CONNECT asks for and forwards the first
 * request of any other connection, maybe for one user only.
 */
final class ForwardProxy implements AutoCloseable {

	private final List<String> tunnels = new CopyOnWriteArrayList<>();

	private final List<String> forwarded = new CopyOnWriteArrayList<>();

	private final List<Socket> sockets = new CopyOnWriteArrayList<>();

	private final String authorization;

	private final ServerSocket server;

	private ForwardProxy(String authorization) {
		this.authorization = authorization;
		try {
			this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		run(this::accept);
	}

	static ForwardProxy open() {
		return new ForwardProxy(null);
	}

	static ForwardProxy authenticating(String credentials) {
		return new ForwardProxy(LoopbackServer.basic(credentials));
	}

	int port() {
		return this.server.getLocalPort();
	}

	/**
	 * The targets that were tunnelled to.
	 */
	List<String> tunnels() {
		return this.tunnels;
	}

	/**
	 * The targets that requests were forwarded to.
	 */
	List<String> forwarded() {
		return this.forwarded;
	}

	private void accept() throws IOException {
		while (true) {
			Socket client = this.server.accept();
			this.sockets.add(client);
			run(() -> handle(client));
		}
	}

	private void handle(Socket client) throws IOException {
		List<String> head = readHead(client.getInputStream());
		OutputStream output = client.getOutputStream();
		boolean tunnel = head.get(0).startsWith("CONNECT ");
		URI target = URI.create(head.get(0).replaceFirst("^CONNECT ", "GET tunnel://").split(" ", 3)[1]);
		if (this.authorization != null && head.stream()
			.noneMatch((line) -> line.equalsIgnoreCase("Proxy-Authorization: " + this.authorization))) {
			write(output,
					List.of("HTTP/1.1 407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"proxy\""));
			client.close();
			return;
		}
		(tunnel ? this.tunnels : this.forwarded).add(target.getAuthority());
		Socket upstream = new Socket(InetAddress.getLoopbackAddress(), target.getPort());
		this.sockets.add(upstream);
		if (tunnel) {
			write(output, List.of("HTTP/1.1 200 Connection Established"));
		}
		else {
			write(upstream.getOutputStream(), head.stream().filter((line) -> !line.startsWith("Proxy-")).toList());
		}
		run(() -> upstream.getInputStream().transferTo(output));
		client.getInputStream().transferTo(upstream.getOutputStream());
	}

	private static List<String> readHead(InputStream input) throws IOException {
		BufferedReader reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.ISO_8859_1), 1);
		List<String> lines = new ArrayList<>();
		for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
			lines.add(line);
		}
		return lines;
	}

	private static void write(OutputStream output, List<String> head) throws IOException {
		output.write((String.join("\r\n", head) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
		output.flush();
	}

	private static void run(Action action) {
		Thread thread = new Thread(() -> {
			try {
				action.run();
			}
			catch (IOException ex) {
				// One end has closed its connection
			}
		}, "forward-proxy");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() throws IOException {
		this.server.close();
		for (Socket socket : this.sockets) {
			socket.close();
		}
	}

	/**
	 * What a thread does.
	 */
	private interface Action {

		void run() throws IOException;

	}

}
