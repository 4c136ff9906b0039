package dev.conversations.test;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The rules of Twilio once more, as shortly as can be, to be compared with the simulator.
 * An error is told by its code, success by 0.
 */
final class ModelAccount {

	private final Map<String, ModelConversation> conversations = new LinkedHashMap<>();

	ModelConversation add(String sid) {
		return this.conversations.computeIfAbsent(sid, ModelConversation::new);
	}

	int create(ModelConversation conversation, ModelParticipant draft) {
		if (draft.identity != null && (draft.address != null || draft.proxy != null)) {
			return 50211;
		}
		if (draft.proxy != null && draft.address == null) {
			return 50411;
		}
		if (draft.identity == null && draft.address == null && draft.projected == null) {
			return 50204;
		}
		if (draft.address != null && draft.projected != null) {
			return 50443;
		}
		return (draft.address != null && draft.address.equals(draft.proxy)) ? 50409 : conflict(conversation, draft);
	}

	int addIdentity(ModelConversation conversation, ModelParticipant participant, String identity) {
		if (participant.identity != null) {
			return 50444;
		}
		return (participant.address != null) ? 50211
				: conflict(conversation, new ModelParticipant("", identity, null, null, null));
	}

	int changeProxy(ModelConversation conversation, ModelParticipant participant, String proxy) {
		if (proxy.equals("null")) {
			return (participant.proxy == null) ? 50440 : groupConflict(conversation, participant, participant.address);
		}
		if (participant.address == null) {
			return 50441;
		}
		if (proxy.equals(participant.address)) {
			return 50409;
		}
		return proxy.equals(participant.proxy) ? 0
				: conflict(conversation, new ModelParticipant("", null, participant.address, proxy, null));
	}

	int changeProjected(ModelConversation conversation, ModelParticipant participant, String projected) {
		if (projected.equals("null")) {
			return (participant.projected != null && participant.identity != null) ? 0 : 50442;
		}
		return (participant.address != null) ? 50443 : groupConflict(conversation, participant, projected);
	}

	boolean reopen(ModelConversation conversation) {
		List<List<String>> own = conversation.participants.stream()
			.filter((it) -> it.address != null && it.proxy != null)
			.map((it) -> List.of(it.address, it.proxy))
			.toList();
		boolean possible = own.size() == Set.copyOf(own).size()
				&& conversation.participants.stream().allMatch((it) -> pairHolders(it).isEmpty());
		conversation.closed = conversation.closed && !possible;
		return possible;
	}

	List<String> conversationsOf(Predicate<ModelParticipant> filter) {
		return this.conversations.values()
			.stream()
			.sorted(Comparator.comparing((conversation) -> conversation.sid))
			.flatMap((conversation) -> conversation.participants.stream().filter(filter))
			.map((participant) -> participant.sid)
			.toList();
	}

	private int conflict(ModelConversation conversation, ModelParticipant draft) {
		if (draft.identity != null && conversation.find(draft.identity) != null) {
			return 50433;
		}
		if (groupConflict(conversation, draft, draft.groupAddress()) != 0) {
			return 50437;
		}
		return (conversation.closed || pairHolders(draft).isEmpty()) ? 0 : 50416;
	}

	private static int groupConflict(ModelConversation conversation, ModelParticipant participant,
			@Nullable String groupAddress) {
		return conversation.participants.stream()
			.anyMatch((other) -> other != participant && groupAddress != null
					&& groupAddress.equals(other.groupAddress())) ? 50437 : 0;
	}

	private List<ModelParticipant> pairHolders(ModelParticipant draft) {
		Stream<ModelParticipant> open = this.conversations.values()
			.stream()
			.filter((conversation) -> !conversation.closed)
			.flatMap((conversation) -> conversation.participants.stream());
		return open
			.filter((other) -> draft.address != null && draft.proxy != null && draft.address.equals(other.address)
					&& draft.proxy.equals(other.proxy))
			.toList();
	}

	/**
	 * A conversation.
	 */
	static final class ModelConversation {

		final String sid;

		final List<ModelParticipant> participants = new ArrayList<>();

		boolean closed;

		ModelConversation(String sid) {
			this.sid = sid;
		}

		@Nullable ModelParticipant find(String sidOrIdentity) {
			return this.participants.stream()
				.filter((it) -> sidOrIdentity.equals(it.sid) || sidOrIdentity.equals(it.identity))
				.findFirst()
				.orElse(null);
		}

	}

	/**
	 * A participant.
	 */
	static final class ModelParticipant {

		String sid;

		@Nullable String identity;

		@Nullable String address;

		@Nullable String proxy;

		@Nullable String projected;

		ModelParticipant(String sid, @Nullable String identity, @Nullable String address, @Nullable String proxy,
				@Nullable String projected) {
			this.sid = sid;
			this.identity = identity;
			this.address = address;
			this.proxy = proxy;
			this.projected = projected;
		}

		@Nullable String groupAddress() {
			if (this.proxy != null) {
				return null;
			}
			return (this.address != null) ? this.address : this.projected;
		}

	}

}
