package dev.conversations.test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.aggregator.ArgumentsAccessor;

/**
 * A line of {@code errors.csv}: a write that is refused.
 *
 * @param target {@code new}, or the participant to update
 * @param form the form
 * @param status the expected status
 * @param code the expected code
 */
record ErrorCase(String target, Map<String, String> form, int status, int code) {

	static final String SERVICE = "IS00000000000000000000000000000001";

	static final String CONVERSATION = "CH00000000000000000000000000000001";

	private static final List<String> TARGETS = List.of("ada", "sms", "native", "projected", "twin");

	static ErrorCase of(ArgumentsAccessor line) {
		Map<String, String> form = new LinkedHashMap<>();
		for (String parameter : cell(line, 2).split("\\|", -1)) {
			int equals = parameter.indexOf('=');
			form.put(parameter.substring(0, equals), expand(parameter.substring(equals + 1)));
		}
		return new ErrorCase(cell(line, 1), form, Integer.parseInt(cell(line, 3)), Integer.parseInt(cell(line, 4)));
	}

	private static String cell(ArgumentsAccessor line, int index) {
		return String.valueOf(line.get(index));
	}

	private static String expand(String value) {
		return switch (value) {
			case "{257}" -> "x".repeat(257);
			case "{4097}" -> '"' + "x".repeat(4095) + '"';
			default -> value;
		};
	}

	boolean isCreate() {
		return this.target.equals("new");
	}

	/**
	 * Adds what the targets refer to.
	 * @param simulator the simulator
	 * @return the participant of this case
	 */
	String addParticipant(ConversationsSimulator simulator) {
		SimulatedConversation conversation = simulator.conversation()
			.sid(CONVERSATION)
			.chatServiceSid(SERVICE)
			.chatParticipant("ada")
			.messagingParticipant("+375255555555", "+12345678910")
			.participant(Map.of("MessagingBinding.Address", "+15550001"))
			.participant(Map.of("MessagingBinding.ProjectedAddress", "+15550002"))
			.messagingParticipant("+375255555555", "+12345678911")
			.add();
		int index = TARGETS.indexOf(this.target);
		return (index != -1) ? conversation.participantSids().get(index) : this.target.replace("by-identity", "ada");
	}

}
