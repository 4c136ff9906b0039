package dev.conversations.test.faults;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.conversations.client.Conversation;
import dev.conversations.client.ConversationFilter;
import dev.conversations.client.ConversationUpdate;
import dev.conversations.client.NewConversation;
import dev.conversations.client.NewParticipant;
import dev.conversations.client.Paging;
import dev.conversations.client.Participant;
import dev.conversations.client.ParticipantConversation;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.client.ParticipantUpdate;
import dev.conversations.client.TwilioConversations;
import reactor.core.publisher.Flux;

/**
 * The operations of the clients, each as a stream of SIDs.
 */
enum Operation {

	CREATE("create", false) {
		@Override
		Flux<String> run(TwilioConversations twilio, Scene scene, Paging paging) {
			return twilio.participants()
				.create(scene.conversation(), NewParticipant.chat(NEW))
				.map(Participant::identity)
				.flux();
		}
	},

	CREATE_IF_ABSENT("createIfAbsent", false) {
		@Override
		Flux<String> run(TwilioConversations twilio, Scene scene, Paging paging) {
			return twilio.participants()
				.createIfAbsent(scene.conversation(), NewParticipant.chat(NEW))
				.map(Participant::identity)
				.flux();
		}
	},

	FETCH("fetch", true) {
		@Override
		Flux<String> run(TwilioConversations twilio, Scene scene, Paging paging) {
			return twilio.participants().fetch(scene.conversation(), Scene.ADA).map(Participant::sid).flux();
		}
	},

	UPDATE("update", false) {
		@Override
		Flux<String> run(TwilioConversations twilio, Scene scene, Paging paging) {
			return twilio.participants()
				.update(scene.conversation(), scene.participant(), ParticipantUpdate.create())
				.map(Participant::sid)
				.flux();
		}
	},

	DELETE("delete", true) {
		@Override
		Flux<String> run(TwilioConversations twilio, Scene scene, Paging paging) {
			return twilio.participants().delete(scene.conversation(), scene.participant()).cast(String.class).flux();
		}
	},

	PARTICIPANTS("list", true) {
		@Override
		Flux<String> run(TwilioConversations twilio, Scene scene, Paging paging) {
			return twilio.participants().list(scene.conversation(), paging).map(Participant::sid);
		}
	},

	CONVERSATIONS("listConversations", true) {
		@Override
		Flux<String> run(TwilioConversations twilio, Scene scene, Paging paging) {
			return twilio.participants()
				.listConversations(ParticipantIdentifier.identity(Scene.ADA), paging)
				.map(ParticipantConversation::conversationSid);
		}
	},

	CREATE_CONVERSATION("conversations: create", false) {
		@Override
		Flux<String> run(TwilioConversations twilio, Scene scene, Paging paging) {
			return twilio.conversations()
				.create(NewConversation.create().withUniqueName(NEW))
				.map(Conversation::uniqueName)
				.flux();
		}
	},

	CREATE_WITH_PARTICIPANTS("conversations: createWithParticipants", false) {
		@Override
		Flux<String> run(TwilioConversations twilio, Scene scene, Paging paging) {
			return twilio.conversations()
				.createWithParticipants(NewConversation.create().withUniqueName(NEW), List.of(NewParticipant.chat(NEW)))
				.map(Conversation::uniqueName)
				.flux();
		}
	},

	AWAIT_INITIALIZED("conversations: awaitInitialized", true) {
		@Override
		Flux<String> run(TwilioConversations twilio, Scene scene, Paging paging) {
			return twilio.conversations().awaitInitialized(scene.conversation()).map(Conversation::sid).flux();
		}
	},

	FETCH_CONVERSATION("conversations: fetch", true) {
		@Override
		Flux<String> run(TwilioConversations twilio, Scene scene, Paging paging) {
			return twilio.conversations().fetch(scene.conversation()).map(Conversation::sid).flux();
		}
	},

	UPDATE_CONVERSATION("conversations: update", false) {
		@Override
		Flux<String> run(TwilioConversations twilio, Scene scene, Paging paging) {
			return twilio.conversations()
				.update(scene.conversation(), ConversationUpdate.create().withFriendlyName(NEW))
				.map(Conversation::sid)
				.flux();
		}
	},

	DELETE_CONVERSATION("conversations: delete", true) {
		@Override
		Flux<String> run(TwilioConversations twilio, Scene scene, Paging paging) {
			return twilio.conversations().delete(scene.otherConversation()).cast(String.class).flux();
		}
	},

	ALL_CONVERSATIONS("conversations: list", true) {
		@Override
		Flux<String> run(TwilioConversations twilio, Scene scene, Paging paging) {
			return twilio.conversations().list(ConversationFilter.all(), paging).map(Conversation::sid);
		}
	};

	/**
	 * Identity of the participant that is created, and name of the conversation.
	 */
	static final String NEW = "grace";

	private static final Set<Operation> LISTS = EnumSet.of(PARTICIPANTS, CONVERSATIONS, ALL_CONVERSATIONS);

	private final String label;

	private final boolean idempotent;

	Operation(String label, boolean idempotent) {
		this.label = label;
		this.idempotent = idempotent;
	}

	abstract Flux<String> run(TwilioConversations twilio, Scene scene, Paging paging);

	boolean isIdempotent() {
		return this.idempotent;
	}

	boolean isList() {
		return LISTS.contains(this);
	}

	boolean isDelete() {
		return this == DELETE || this == DELETE_CONVERSATION;
	}

	@Override
	public String toString() {
		return this.label;
	}

}
