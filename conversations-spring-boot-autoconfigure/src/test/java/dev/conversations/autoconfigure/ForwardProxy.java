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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Forward proxy on loopback that tunnels what CONNECT asks for, maybe for one user only.
 */
final class ForwardProxy implements AutoCloseable {

	private final List<String> tunnels = new CopyOnWriteArrayList<>();

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
		String target = head.get(0).replaceFirst("CONNECT (\\S+) .*", "$1");
		if (this.authorization != null && head.stream()
			.noneMatch((line) -> line.equalsIgnoreCase("Proxy-Authorization: " + this.authorization))) {
			write(output, "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\"");
			client.close();
			return;
		}
		this.tunnels.add(target);
		Socket upstream = new Socket(InetAddress.getLoopbackAddress(),
				Integer.parseInt(target.substring(target.lastIndexOf(':') + 1)));
		this.sockets.add(upstream);
		write(output, "200 Connection Established");
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

	private static void write(OutputStream output, String head) throws IOException {
		output.write(("HTTP/1.1 " + head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
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
