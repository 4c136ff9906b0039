package dev.conversations.client;

import java.time.Duration;
import java.util.Objects;

import dev.conversations.client.ScriptedServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Paging with the real client: what the user sets, and how a list continues from the text
 * of a cursor.
 */
class PageInstructionsTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final ParticipantIdentifier ALICE = ParticipantIdentifier.identity("alice");

	private static final String LIST = "/v1/ParticipantConversations?Identity=alice&PageSize=";

	@ParameterizedTest
	@CsvSource({ "7,50,7", "50,50,50", "60,50,50", "20,10,10", "1,1,1", "9223372036854775807,50,50" })
	void pageSizeIsTheSmallerOfLimitAndPageSize(long limit, int pageSize, int sent) {
		try (ScriptedServer server = ScriptedServer.answering((target) -> Answer.page(0, sent, ""))) {
			Paging paging = Paging.defaults().withLimit(limit).withPageSize(pageSize);
			server.client().listConversations(ALICE, paging).blockLast(LIMIT);
			assertThat(server.targets()).containsExactly(LIST + sent);
		}
	}

	@Test
	void pageSizeIsSentOnceAndThenLeftToTheLinks() {
		try (ScriptedServer server = paged()) {
			Paging paging = Paging.defaults().withLimit(5).withPageSize(2);
			StepVerifier.create(sids(server.client(), paging)).expectNextCount(5).expectComplete().verify(LIMIT);
			assertThat(server.targets()).containsExactly(LIST + 2, LIST + "2&Page=1", LIST + "2&Page=2");
		}
	}

	@Test
	void limitZeroIsAnEmptyListWithoutARequest() {
		try (ScriptedServer server = paged()) {
			Paging paging = Paging.defaults().withLimit(0);
			StepVerifier.create(sids(server.client(), paging)).expectComplete().verify(LIMIT);
			StepVerifier.create(server.client().listConversationPages(ALICE, paging)).expectComplete().verify(LIMIT);
			assertThat(server.targets()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { -1, Long.MIN_VALUE })
	void negativeLimitIsRefused(long limit) {
		assertThatIllegalArgumentException().isThrownBy(() -> Paging.defaults().withLimit(limit))
			.withMessage("'limit' must not be negative");
	}

	@ParameterizedTest
	@ValueSource(ints = { Integer.MIN_VALUE, -1, 0, 1001, Integer.MAX_VALUE })
	void pageSizeOutOfRangeIsRefused(int pageSize) {
		assertThatIllegalArgumentException().isThrownBy(() -> Paging.defaults().withPageSize(pageSize))
			.withMessage("'pageSize' must be between 1 and 1000");
	}

	@ParameterizedTest
	@ValueSource(ints = { 51, 100, 1000 })
	void pageSizeOfConversationsIsAskedForAsItIs(int pageSize) {
		try (ScriptedServer server = ScriptedServer.answering((target) -> Answer.ok("{\"conversations\":[]}"))) {
			Paging paging = Paging.defaults().withPageSize(pageSize);
			server.client().listConversations(ALICE, paging).blockLast(LIMIT);
			assertThat(server.targets()).containsExactly(LIST + pageSize);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 51, 100, 1000 })
	void pageSizeOfParticipantsIsAskedForAsItIs(int pageSize) {
		try (ScriptedServer server = ScriptedServer.answering((target) -> Answer.ok("{\"participants\":[]}"))) {
			server.client().list("team", Paging.defaults().withPageSize(pageSize)).blockLast(LIMIT);
			assertThat(server.targets()).containsExactly("/v1/Conversations/team/Participants?PageSize=" + pageSize);
		}
	}

	@Test
	void cursorOfAFailureContinuesInAnotherInstance() {
		try (ScriptedServer broken = ScriptedServer.answering(
				(target) -> target.contains("&Page=1") ? new Answer(400, "{}") : Answer.page(0, 2, target + "&Page=1"));
				ScriptedServer healed = paged()) {
			Paging paging = Paging.defaults().withPageSize(2);
			TwilioApiException failure = catchThrowableOfType(TwilioApiException.class,
					() -> sids(broken.client(), paging).blockLast(LIMIT));
			String text = Objects.requireNonNull(failure.resumeCursor()).value();
			Paging rest = Paging.defaults().startingAt(PageCursor.of(text));
			assertThat(sids(healed.client(), rest).collectList().block(LIMIT)).containsExactly("CH2", "CH3", "CH4",
					"CH5");
			assertThat(healed.targets()).containsExactly(LIST + "2&Page=1", LIST + "2&Page=2");
		}
	}

	@Test
	void cursorOfAFailedFirstPageRestartsTheList() {
		try (ScriptedServer server = ScriptedServer.answering((target) -> new Answer(400, "{}"));
				ScriptedServer healed = paged()) {
			Paging paging = Paging.defaults().withPageSize(2);
			TwilioApiException failure = catchThrowableOfType(TwilioApiException.class,
					() -> sids(server.client(), paging).blockLast(LIMIT));
			Paging again = Paging.defaults().startingAt(Objects.requireNonNull(failure.resumeCursor()));
			assertThat(sids(healed.client(), again).collectList().block(LIMIT)).hasSize(6);
			assertThat(healed.targets().get(0)).isEqualTo(LIST + 2);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5 })
	void nextCursorOfAPageContinuesBehindALimit(int limit) {
		try (ScriptedServer server = paged()) {
			Paging paging = Paging.defaults().withPageSize(2).withLimit(limit);
			Page<ParticipantConversation> last = Objects
				.requireNonNull(server.client().listConversationPages(ALICE, paging).blockLast(LIMIT));
			Paging rest = Paging.defaults().startingAt(Objects.requireNonNull(last.next()));
			assertThat(sids(server.client(), rest).blockFirst(LIMIT)).isEqualTo("CH" + limit);
		}
	}

	@Test
	void pageSizeOfACursorStandsOverAnother() {
		try (ScriptedServer server = paged()) {
			Paging paging = Paging.defaults().withPageSize(2).withReadAhead(false);
			Page<ParticipantConversation> first = Objects
				.requireNonNull(server.client().listConversationPages(ALICE, paging).blockFirst(LIMIT));
			Paging again = Paging.defaults().withPageSize(7).withLimit(1).startingAt(first.cursor());
			assertThat(sids(server.client(), again).blockFirst(LIMIT)).isEqualTo("CH0");
			assertThat(server.targets()).containsOnly(LIST + 2).hasSize(2);
		}
	}

	@Test
	void cursorOfAnotherParticipantIsRefusedBeforeAnyRequest() {
		try (ScriptedServer server = paged()) {
			PageCursor cursor = Objects
				.requireNonNull(server.client()
					.listConversationPages(ALICE, Paging.defaults().withReadAhead(false))
					.blockFirst(LIMIT))
				.cursor();
			Paging paging = Paging.defaults().startingAt(cursor);
			assertThatIllegalArgumentException()
				.isThrownBy(() -> server.client().listConversations(ParticipantIdentifier.identity("bob"), paging));
			assertThatIllegalArgumentException().isThrownBy(() -> server.client().list("team", paging));
			assertThat(server.targets()).hasSize(1);
		}
	}

	/**
	 * Serves three pages of two records.
	 */
	private static ScriptedServer paged() {
		return ScriptedServer.answering((target) -> {
			String first = target.replaceFirst("&Page=.*", "");
			int page = target.equals(first) ? 0 : Integer.parseInt(target.substring(target.length() - 1));
			return Answer.page(page * 2, 2, (page < 2) ? first + "&Page=" + (page + 1) : "");
		});
	}

	private static Flux<String> sids(ParticipantClient client, Paging paging) {
		return client.listConversations(ALICE, paging).mapNotNull(ParticipantConversation::conversationSid);
	}

}
