package dev.conversations.test;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What goes over the wire. Two of them are never compared.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param content the body, possibly empty
 * @param ending how the exchange ends
 */
@SuppressWarnings("ArrayRecordComponent")
record Reply(int status, Map<String, String> headers, byte[] content, Ending ending) {

	static final Reply HANG = new Reply(0, Map.of(), new byte[0], Ending.HANG);

	static final Reply RESET = new Reply(0, Map.of(), new byte[0], Ending.RESET);

	/**
	 * Headers of a reply after which the connection is closed.
	 */
	static final Map<String, String> LAST = Map.of("Connection", "close");

	// Due with a 401, as some clients send no credentials before they are asked to
	private static final Map<String, String> CHALLENGE = Map.of("WWW-Authenticate", "Basic realm=\"Twilio API\"");

	static Reply of(Answer answer) {
		if (answer.body() == null) {
			return new Reply(answer.status(), Map.of(), new byte[0], Ending.COMPLETE);
		}
		Reply reply = new Reply(answer.status(), Map.of("Content-Type", "application/json"),
				SimulatorJson.write(answer.body()), Ending.COMPLETE);
		return (answer.status() == 401) ? reply.withHeaders(CHALLENGE) : reply;
	}

	Reply withContent(UnaryOperator<byte[]> change) {
		return new Reply(this.status, this.headers, change.apply(this.content), this.ending);
	}

	Reply withHeaders(Map<String, String> headers) {
		Map<String, String> all = new LinkedHashMap<>(this.headers);
		all.putAll(headers);
		return new Reply(this.status, all, this.content, this.ending);
	}

	Reply compressed() {
		return (this.content.length == 0) ? this
				: withContent(Gzip::compress).withHeaders(Map.of("Content-Encoding", "gzip"));
	}

	Reply resetInBody() {
		return (this.content.length > 1) ? new Reply(this.status, this.headers, this.content, Ending.RESET_IN_BODY)
				: RESET;
	}

	static byte[] firstHalf(byte[] content) {
		return Arrays.copyOf(content, content.length / 2);
	}

	@Override
	public String toString() {
		return "Reply " + this.status;
	}

	/**
	 * How an exchange ends.
	 */
	enum Ending {

		COMPLETE, RESET, RESET_IN_BODY, HANG

	}

}
