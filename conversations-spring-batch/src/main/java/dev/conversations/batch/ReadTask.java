package dev.conversations.batch;

import java.time.Duration;

import dev.conversations.client.Paging;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantIdentifier;
import reactor.core.publisher.Flux;

/**
 * A participant to be read.
 *
 * @param ordinal its ordinal
 * @param participant its identifier
 * @param start where its list begins
 */
record ReadTask(long ordinal, ParticipantIdentifier participant, Place start) {

	Flux<ReadEvent> events(ParticipantClient client, Paging paging, Duration retryTimeout) {
		Paging place = (this.start.cursor() != null) ? paging.startingAt(this.start.cursor()) : paging;
		return Flux
			.defer(() -> new PatientList((due) -> client.listConversationPages(this.participant, due), place,
					retryTimeout)
				.pages())
			.<ReadEvent>map((page) -> new ReadEvent.Received(this.ordinal, page))
			.concatWithValues(new ReadEvent.Finished(this.ordinal))
			.onErrorResume((failure) -> Flux.just(new ReadEvent.Failed(this.ordinal,
					new ParticipantReadException(this.ordinal, Identifiers.kind(this.participant), failure))));
	}

	@Override
	public String toString() {
		return "ReadTask[ordinal=%d]".formatted(this.ordinal);
	}

}
