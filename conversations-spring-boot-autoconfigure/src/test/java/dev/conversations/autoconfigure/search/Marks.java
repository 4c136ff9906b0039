package dev.conversations.autoconfigure.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.conversations.client.ConversationClient;
import dev.conversations.client.ConversationFilter;
import dev.conversations.client.ConversationState;
import dev.conversations.client.ConversationUpdate;
import dev.conversations.client.NewConversation;
import dev.conversations.client.NewParticipant;
import dev.conversations.client.Paging;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.client.ParticipantUpdate;
import dev.conversations.client.TwilioConversations;
import org.reactivestreams.Publisher;

/**
 * Values that are to show nowhere, and operations with them.
 */
final class Marks {

	/**
	 * Stands in everything personal that is no part of a path.
	 */
	static final String PERSONAL = "qqperson +375255555555@x.example/ü";

	/**
	 * Stands in everything personal that is part of a path.
	 */
	static final String PATH = "qqpath /ü";

	/**
	 * Stands in all credentials.
	 */
	static final String SECRET = "qqsecret";

	/**
	 * Stands in the SIDs of accounts and API keys, behind their first letters.
	 */
	static final String SID = "5ec4e7".repeat(6).substring(0, 32);

	private static final List<String> ALL = List.of("qqperson", "qqpath", SECRET, SID, "375255555555",
			"Bearer " + SECRET, base64("SK" + SID + ":" + SECRET), base64("AC" + SID + ":" + SECRET));

	private Marks() {
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * The marks that a text shows.
	 */
	static List<String> in(String text) {
		String lowerCase = text.toLowerCase(Locale.ROOT);
		return ALL.stream().filter((mark) -> lowerCase.contains(mark.toLowerCase(Locale.ROOT))).toList();
	}

	/**
	 * All operations.
	 */
	static Stream<Publisher<?>> operations(TwilioConversations twilio) {
		return Stream.concat(operations(twilio.participants()), operations(twilio.conversations()));
	}

	private static Stream<Publisher<?>> operations(ParticipantClient client) {
		NewParticipant chat = NewParticipant.chat(PERSONAL).withAttributes("{\"a\":\"" + PERSONAL + "\"}");
		NewParticipant messaging = NewParticipant.messaging(PERSONAL, PERSONAL + 2);
		ParticipantUpdate update = ParticipantUpdate.create()
			.withIdentity(PERSONAL)
			.withProjectedAddress(PERSONAL)
			.withAttributes("\"" + PERSONAL + "\"")
			.withLastReadTimestamp(PERSONAL);
		return Stream.of(client.create(PATH, chat), client.createIfAbsent(PATH, messaging),
				client.createIfAbsent(PATH, NewParticipant.chat(PATH)), client.fetch(PATH, PATH),
				client.update(PATH, PATH, update), client.delete(PATH, PATH), client.list(PATH),
				client.listPages(PATH, Paging.defaults()),
				client.listConversations(ParticipantIdentifier.identity(PERSONAL)),
				client.listConversationPages(ParticipantIdentifier.address(PERSONAL), Paging.defaults()));
	}

	private static Stream<Publisher<?>> operations(ConversationClient client) {
		NewConversation conversation = NewConversation.create()
			.withFriendlyName(PERSONAL)
			.withUniqueName(PERSONAL)
			.withAttributes("\"" + PERSONAL + "\"")
			.withEmailBinding(PERSONAL, PERSONAL);
		List<NewParticipant> participants = List.of(NewParticipant.chat(PERSONAL),
				NewParticipant.messaging(PERSONAL, PERSONAL + 2));
		ConversationUpdate update = ConversationUpdate.create()
			.withUniqueName(PERSONAL)
			.withEmailBinding(PERSONAL, PERSONAL);
		ConversationFilter filter = ConversationFilter.all().withState(new ConversationState(PERSONAL));
		return Stream.of(client.create(conversation), client.createWithParticipants(conversation, participants),
				client.awaitInitialized(PATH), client.fetch(PATH), client.update(PATH, update), client.delete(PATH),
				client.list(filter), client.listPages(filter, Paging.defaults()),
				client.page(filter, Paging.defaults()));
	}

}
