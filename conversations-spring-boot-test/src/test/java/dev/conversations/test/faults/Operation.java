package dev.conversations.test.faults;

import dev.conversations.client.NewParticipant;
import dev.conversations.client.Paging;
import dev.conversations.client.Participant;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantConversation;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.client.ParticipantUpdate;
import reactor.core.publisher.Flux;

/**
 * The operations of the client, each as a stream of SIDs.
 */
enum Operation {

	CREATE("create", false) {
		@Override
		Flux<String> run(ParticipantClient client, Scene scene, Paging paging) {
			return client.create(scene.conversation(), NewParticipant.chat(NEW)).map(Participant::identity).flux();
		}
	},

	CREATE_IF_ABSENT("createIfAbsent", false) {
		@Override
		Flux<String> run(ParticipantClient client, Scene scene, Paging paging) {
			return client.createIfAbsent(scene.conversation(), NewParticipant.chat(NEW))
				.map(Participant::identity)
				.flux();
		}
	},

	FETCH("fetch", true) {
		@Override
		Flux<String> run(ParticipantClient client, Scene scene, Paging paging) {
			return client.fetch(scene.conversation(), Scene.ADA).map(Participant::sid).flux();
		}
	},

	UPDATE("update", false) {
		@Override
		Flux<String> run(ParticipantClient client, Scene scene, Paging paging) {
			return client.update(scene.conversation(), scene.participant(), ParticipantUpdate.create())
				.map(Participant::sid)
				.flux();
		}
	},

	DELETE("delete", true) {
		@Override
		Flux<String> run(ParticipantClient client, Scene scene, Paging paging) {
			return client.delete(scene.conversation(), scene.participant()).cast(String.class).flux();
		}
	},

	PARTICIPANTS("list", true) {
		@Override
		Flux<String> run(ParticipantClient client, Scene scene, Paging paging) {
			return client.list(scene.conversation(), paging).map(Participant::sid);
		}
	},

	CONVERSATIONS("listConversations", true) {
		@Override
		Flux<String> run(ParticipantClient client, Scene scene, Paging paging) {
			return client.listConversations(ParticipantIdentifier.identity(Scene.ADA), paging)
				.map(ParticipantConversation::conversationSid);
		}
	};

	/**
	 * Identity of the participant that is created.
	 */
	static final String NEW = "grace";

	private final String label;

	private final boolean idempotent;

	Operation(String label, boolean idempotent) {
		this.label = label;
		this.idempotent = idempotent;
	}

	abstract Flux<String> run(ParticipantClient client, Scene scene, Paging paging);

	boolean isIdempotent() {
		return this.idempotent;
	}

	boolean isList() {
		return this == PARTICIPANTS || this == CONVERSATIONS;
	}

	@Override
	public String toString() {
		return this.label;
	}

}
