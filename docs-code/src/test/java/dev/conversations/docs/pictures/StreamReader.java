package dev.conversations.docs.pictures;

import java.time.Duration;

import dev.conversations.client.ParticipantConversation;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reader of a stream who asks for portions.
 */
final class StreamReader extends BaseSubscriber<ParticipantConversation> {

	private final int portion;

	private final Duration pause;

	private int read;

	private boolean completed;

	StreamReader(int portion, Duration pause) {
		this.portion = portion;
		this.pause = pause;
	}

	@Override
	protected void hookOnSubscribe(Subscription subscription) {
		request(this.portion);
	}

	@Override
	protected void hookOnNext(ParticipantConversation value) {
		if (++this.read % this.portion == 0) {
			Mono.delay(this.pause).subscribe((done) -> request(this.portion));
		}
	}

	@Override
	protected void hookOnComplete() {
		this.completed = true;
	}

	void checkCompleted() {
		assertThat(this.completed).as("the stream has come to its end").isTrue();
	}

}
