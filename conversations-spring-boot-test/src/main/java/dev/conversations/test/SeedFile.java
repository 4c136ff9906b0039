package dev.conversations.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Conversations in a JSON file, with keys as in the API.
 *
 * @param accountSid the account, or {@code null} for the simulator's own
 * @param conversations the conversations
 */
record SeedFile(@Nullable String accountSid, List<SeedNode> conversations) {

	private static final Set<String> STATES = Set.of("initializing", "inactive", "active", "closed");

	static SeedFile read(Path path) {
		try {
			return parse(path + ": ", Files.readString(path));
		}
		catch (IOException ex) {
			throw new UsageException(path + ": cannot be read");
		}
	}

	/**
	 * Reads a seed.
	 * @param origin how messages about it begin
	 * @param text the JSON text
	 * @return the seed
	 */
	static SeedFile parse(String origin, String text) {
		SeedNode root = SeedNode.parse(origin, text);
		root.requireKeys("account_sid", "conversations");
		String accountSid = root.text("account_sid");
		if (accountSid != null && !Sids.isSid(Sids.ACCOUNT, accountSid)) {
			throw root.refuse("account_sid: must be AC and 32 hexadecimal digits");
		}
		return new SeedFile(accountSid, root.elements("conversations"));
	}

	void addTo(ConversationsSimulator simulator) {
		SimulatedAccount account = (this.accountSid != null) ? simulator.account(this.accountSid) : simulator.account();
		this.conversations.forEach((node) -> add(account.conversation(), node));
	}

	private static void add(ConversationSeed seed, SeedNode node) {
		node.requireKeys("sid", "unique_name", "friendly_name", "state", "attributes", "chat_service_sid",
				"participants");
		try {
			set(node, "sid", seed::sid);
			set(node, "unique_name", seed::uniqueName);
			set(node, "friendly_name", seed::friendlyName);
			set(node, "state", (state) -> seed.state(requireState(state)));
			set(node, "attributes", seed::attributes);
			set(node, "chat_service_sid", seed::chatServiceSid);
			node.elements("participants")
				.forEach((participant) -> seed.participant(ParticipantJson.parameters(participant)));
			seed.add();
		}
		catch (IllegalArgumentException ex) {
			throw node.refuse(ex.getMessage());
		}
	}

	private static void set(SeedNode node, String key, Consumer<String> setter) {
		String value = node.text(key);
		if (value != null) {
			setter.accept(value);
		}
	}

	private static String requireState(String state) {
		if (!STATES.contains(state)) {
			throw new IllegalArgumentException("state: must be one of initializing, inactive, active and closed");
		}
		return state;
	}

}
