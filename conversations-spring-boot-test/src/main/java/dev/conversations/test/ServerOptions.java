package dev.conversations.test;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;

/**
 * Options of the server of a simulator.
 *
 * @param host the address or name to listen on
 * @param port the port, or 0 for a free one
 * @param daemon whether the server lets the Java virtual machine end
 * @param controlled whether there is a {@link ControlEndpoint}
 * @param delay the delay of each answer until the first reset
 * @param listener is told of each answer
 */
record ServerOptions(String host, int port, boolean daemon, boolean controlled, Duration delay,
		AnswerListener listener) {

	static final String LOOPBACK = "127.0.0.1";

	static ServerOptions embedded(int port) {
		return new ServerOptions(LOOPBACK, port, true, false, Duration.ZERO, AnswerListener.NONE);
	}

	/**
	 * Returns whether no other machine can reach the server.
	 * @return whether the address is a loopback address
	 * @throws UnknownHostException if the name is unknown
	 */
	boolean isLoopback() throws UnknownHostException {
		return InetAddress.getByName(this.host).isLoopbackAddress();
	}

}
