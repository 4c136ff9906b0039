package dev.conversations.test;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for what {@link ConversationsSimulator} does with requests at once.
 */
class ConcurrencyTests {

	private static final String PAIR = "MessagingBinding.Address=%2B15550001&MessagingBinding.ProxyAddress=%2B15550002";

	private final ConversationsSimulator simulator = ConversationsSimulator.start();

	private final ApiClient client = new ApiClient(this.simulator);

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@RepeatedTest(5)
	void pairWhenClaimedAtOnceIsGivenOnce() {
		List<CompletableFuture<HttpResponse<String>>> claims = IntStream.range(0, 50)
			.mapToObj((i) -> this.simulator.conversation().add().sid())
			.map((sid) -> this.client.form("/v1/Conversations/" + sid + "/Participants", PAIR))
			.map(this.client::sendAsync)
			.toList();
		assertThat(claims.stream().map((claim) -> claim.join().statusCode()).filter((status) -> status == 201))
			.hasSize(1);
		assertThat(this.client.get("/v1/ParticipantConversations?Address=%2B15550001").body().path("conversations"))
			.hasSize(1);
	}

	@Test
	void listWhenChangedWhileReadLosesNothingThatStays() {
		ConversationSeed seed = this.simulator.conversation().uniqueName("talk");
		IntStream.range(0, 200).forEach((i) -> seed.chatParticipant("user-" + i));
		List<String> stay = seed.add().participantSids().subList(0, 100);
		List<CompletableFuture<?>> changes = IntStream.range(0, 100)
			.<CompletableFuture<?>>mapToObj((i) -> this.client
				.sendAsync(this.client.form("/v1/Conversations/talk/Participants", "Identity=new-" + i)))
			.toList();
		List<String> read = this.client.follow("/v1/Conversations/talk/Participants?PageSize=7", "participants", "sid");
		changes.forEach(CompletableFuture::join);
		assertThat(read).startsWith(stay.toArray(String[]::new)).doesNotHaveDuplicates();
	}

	@Test
	void createWhenNameMovesMeanwhileTellsConversationOfParticipant() {
		InterruptingClock clock = new InterruptingClock();
		try (ConversationsSimulator interrupted = ConversationsSimulator
			.start(SimulatorSettings.defaults().withClock(clock))) {
			SimulatedConversation first = interrupted.conversation().uniqueName("talk").add();
			clock.interruptBy(() -> {
				first.delete();
				interrupted.conversation().uniqueName("talk").add();
			});
			ApiClient plain = new ApiClient(interrupted);
			String created = plain.post("/v1/Conversations/talk/Participants", "Identity", "ada").text("/url");
			assertThat(plain.get(created).status()).isEqualTo(200);
		}
	}

	@Test
	void closeWhenRepeatedDoesNothing() {
		this.simulator.next().hang();
		CompletableFuture<?> hanging = this.client.sendAsync(this.client.form("/v1/Conversations/x/Participants", ""));
		Awaiting.until(() -> this.simulator.requestCount() == 1);
		this.simulator.close();
		assertThatNoException().isThrownBy(this.simulator::close);
		Awaiting.until(hanging::isCompletedExceptionally);
	}

	/**
	 * Clock that does something else when it is read.
	 */
	private static final class InterruptingClock extends Clock {

		private final Deque<Runnable> interruptions = new ConcurrentLinkedDeque<>();

		void interruptBy(Runnable interruption) {
			this.interruptions.add(interruption);
		}

		@Override
		public Instant instant() {
			Runnable interruption = this.interruptions.poll();
			if (interruption != null) {
				interruption.run();
			}
			return Instant.EPOCH;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			throw new UnsupportedOperationException();
		}

	}

}
