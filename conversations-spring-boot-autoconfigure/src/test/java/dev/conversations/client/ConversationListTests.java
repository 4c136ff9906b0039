package dev.conversations.client;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
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
 * Lists of conversations: filters in the query, in links and in cursors, and pages that
 * are read one at a time.
 */
class ConversationListTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final String LIST = "/v1/Conversations";

	private static final ConversationFilter ALL = ConversationFilter.all();

	private static final ConversationFilter ACTIVE = ALL.withState(ConversationState.ACTIVE);

	private static final ConversationFilter FULL = ACTIVE.withStartDate(LocalDate.of(2024, 2, 29))
		.withEndDate(LocalDate.of(2024, 3, 1));

	private static final String QUERY = "?State=active&StartDate=2024-02-29&EndDate=2024-03-01&PageSize=";

	@Test
	void listOfAllHasNoFilter() {
		try (ScriptedServer server = paged()) {
			StepVerifier.create(sids(server.conversations(), ALL, Paging.defaults().withPageSize(2)))
				.expectNext("CH0", "CH1", "CH2", "CH3", "CH4", "CH5")
				.expectComplete()
				.verify(LIMIT);
			assertThat(server.targets()).containsExactly(LIST + "?PageSize=2", LIST + "?PageSize=2&Page=1",
					LIST + "?PageSize=2&Page=2");
		}
	}

	@Test
	void filtersAreSentFirstAndInOneOrder() {
		try (ScriptedServer server = paged()) {
			ConversationFilter other = ALL.withEndDate(LocalDate.of(2024, 3, 1))
				.withStartDate(LocalDate.of(2024, 2, 29))
				.withState(ConversationState.ACTIVE);
			sids(server.conversations(), FULL, Paging.defaults()).blockLast(LIMIT);
			List<String> sent = server.targets();
			assertThat(sent).startsWith(LIST + QUERY + 100).hasSize(3);
			sids(server.conversations(), other, Paging.defaults()).blockLast(LIMIT);
			assertThat(server.targets().subList(3, 6)).isEqualTo(sent.subList(0, 3));
		}
	}

	@Test
	void stateIsPercentEncoded() {
		try (ScriptedServer server = paged()) {
			sids(server.conversations(), ALL.withState(new ConversationState("a&b=c d")), Paging.defaults())
				.blockLast(LIMIT);
			assertThat(server.targets()).startsWith(LIST + "?State=a%26b%3Dc%20d&PageSize=100").hasSize(3);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "?PageSize=2&Page=1", "?State=active&StartDate=2024-02-29&PageSize=2&Page=1",
			"?StartDate=2024-02-29&EndDate=2024-03-01&Page=1", "?State=active&EndDate=2024-03-01&Page=1", "#" })
	void linkThatHasLostAFilterIsNotRequested(String link) {
		assertViolation(FULL, link);
	}

	@ParameterizedTest
	@ValueSource(strings = { "?State=closed&Page=1", "?State=active&State=closed&Page=1",
			"?State=active&StartDate=2024-01-01&Page=1", "?State=ACTIVE&Page=1", "?State=active&Identity=ada&Page=1",
			"?State=&Page=1", "?State&Page=1" })
	void linkWithAnotherFilterIsNotRequested(String link) {
		assertViolation(ACTIVE, link);
	}

	@ParameterizedTest
	@ValueSource(strings = { "?State=active&Page=1", "?EndDate=2024-03-01&Page=1",
			"/v1/ParticipantConversations?Identity=ada", "/v1/Conversations/CH0/Participants?Page=1",
			"/v1/Services/IS0/Conversations?Page=1", "/v1/ConversationWithParticipants?Page=1" })
	void linkOfAListOfAllToAnotherListIsNotRequested(String link) {
		assertViolation(ALL, link);
	}

	private static void assertViolation(ConversationFilter filter, String link) {
		try (ScriptedServer server = ScriptedServer.answering((target) -> Answer.conversations(0, 1, link))) {
			StepVerifier.create(sids(server.conversations(), filter, Paging.defaults()))
				.expectNext("CH0")
				.expectErrorSatisfies((failure) -> assertThat(failure)
					.isInstanceOfSatisfying(PagingException.class,
							(violation) -> assertThat(violation.resumeCursor()).isNotNull())
					.hasMessageStartingWith("GET /v1/Conversations: the next link "))
				.verify(LIMIT);
			assertThat(server.targets()).hasSize(1);
		}
	}

	@Test
	void linkInAnotherOrderAndSpellingIsFollowedByteForByte() {
		String next = LIST + "?PageSize=2&endDate=2024%2D03-01&StartDate=2024-02-29&State=%61ctive&PageToken=PT:1.a_b";
		try (ScriptedServer server = ScriptedServer.answering((target) -> target.contains("PageToken")
				? Answer.conversations(1, 1, "") : Answer.conversations(0, 1, next))) {
			StepVerifier.create(sids(server.conversations(), FULL, Paging.defaults()))
				.expectNext("CH0", "CH1")
				.expectComplete()
				.verify(LIMIT);
			assertThat(server.targets()).containsExactly(LIST + QUERY + 100, next);
		}
	}

	@Test
	void cursorBelongsToItsFilter() {
		try (ScriptedServer server = paged()) {
			ConversationClient client = server.conversations();
			PageCursor cursor = nextOfFirst(client, FULL);
			assertThat(cursor.query()).doesNotContain("active", "2024");
			Paging rest = Paging.defaults().startingAt(PageCursor.of(cursor.value()));
			assertThat(sids(client, FULL, rest).collectList().block(LIMIT)).containsExactly("CH2", "CH3", "CH4", "CH5");
			for (ConversationFilter other : List.of(ALL, ACTIVE, FULL.withEndDate(LocalDate.of(2024, 3, 2)),
					FULL.withState(ConversationState.CLOSED))) {
				assertRefused(client, other, rest);
			}
			assertRefused(client.inService("IS" + "0".repeat(32)), FULL, rest);
		}
	}

	private static void assertRefused(ConversationClient client, ConversationFilter filter, Paging paging) {
		assertThatIllegalArgumentException().isThrownBy(() -> client.list(filter, paging))
			.withMessage("'start' must be a cursor of this list");
		assertThatIllegalArgumentException().isThrownBy(() -> client.page(filter, paging));
	}

	@Test
	void cursorOfAFailureContinuesWithTheFirstRecordThatIsDue() {
		try (ScriptedServer server = ScriptedServer.answering((target) -> target.contains("&Page=1")
				? new Answer(400, "{}") : Answer.conversations(0, 2, target + "&Page=1"));
				ScriptedServer healed = paged()) {
			Paging paging = Paging.defaults().withPageSize(2);
			TwilioApiException failure = catchThrowableOfType(TwilioApiException.class,
					() -> sids(server.conversations(), FULL, paging).blockLast(LIMIT));
			Paging rest = paging.startingAt(Objects.requireNonNull(failure.resumeCursor()));
			assertThat(sids(healed.conversations(), FULL, rest).blockFirst(LIMIT)).isEqualTo("CH2");
		}
	}

	@Test
	void pageIsOneRequestAndNeverReadsAhead() {
		try (ScriptedServer server = paged()) {
			ConversationClient client = server.conversations();
			PageCursor next = nextOfFirst(client, FULL);
			assertThat(server.targets()).containsExactly(LIST + QUERY + 2);
			Page<Conversation> second = client.page(FULL, Paging.defaults().startingAt(next)).block(LIMIT);
			assertThat(second.items()).extracting(Conversation::sid).containsExactly("CH2", "CH3");
			assertThat(server.targets()).containsExactly(LIST + QUERY + 2, LIST + QUERY + "2&Page=1");
			Page<Conversation> last = client.page(FULL, Paging.defaults().startingAt(second.next())).block(LIMIT);
			assertThat(last.hasNext()).isFalse();
			assertThat(server.targets()).hasSize(3);
		}
	}

	@Test
	void pagesTellHowToGoOn() {
		try (ScriptedServer server = paged()) {
			Paging paging = Paging.defaults().withPageSize(2).withLimit(3);
			List<Page<Conversation>> pages = server.conversations().listPages(FULL, paging).collectList().block(LIMIT);
			assertThat(pages).extracting((page) -> page.items().size()).containsExactly(2, 1);
			Paging rest = Paging.defaults().startingAt(Objects.requireNonNull(pages.get(1).next()));
			assertThat(sids(server.conversations(), FULL, rest).blockFirst(LIMIT)).isEqualTo("CH3");
		}
	}

	@Test
	void limitZeroIsAnEmptyListWithoutARequest() {
		try (ScriptedServer server = paged()) {
			Paging none = Paging.defaults().withLimit(0);
			StepVerifier.create(server.conversations().list(ALL, none)).expectComplete().verify(LIMIT);
			StepVerifier.create(server.conversations().listPages(ALL, none)).expectComplete().verify(LIMIT);
			StepVerifier.create(server.conversations().page(ALL, none)).expectComplete().verify(LIMIT);
			assertThat(server.targets()).isEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "100, 100", "1000, 1000" })
	void pageSizeIsAskedForAsItIs(int pageSize, int sent) {
		try (ScriptedServer server = ScriptedServer.answering((target) -> Answer.conversations(0, 1, ""))) {
			server.conversations().page(ALL, Paging.defaults().withPageSize(pageSize)).block(LIMIT);
			assertThat(server.targets()).containsExactly(LIST + "?PageSize=" + sent);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"conversations\":null}", "{\"conversations\":{}}", "{\"participants\":[]}" })
	void objectWithoutItsListIsAViolation(String body) {
		try (ScriptedServer server = ScriptedServer.answering((target) -> Answer.ok(body))) {
			StepVerifier.create(server.conversations().list(ALL)).expectError(PagingException.class).verify(LIMIT);
			StepVerifier.create(server.conversations().page(ALL, Paging.defaults()))
				.expectError(PagingException.class)
				.verify(LIMIT);
		}
	}

	private static PageCursor nextOfFirst(ConversationClient client, ConversationFilter filter) {
		Page<Conversation> first = client.page(filter, Paging.defaults().withPageSize(2)).block(LIMIT);
		assertThat(first.items()).extracting(Conversation::sid).containsExactly("CH0", "CH1");
		return Objects.requireNonNull(first.next());
	}

	/**
	 * Serves three pages of two records.
	 */
	private static ScriptedServer paged() {
		return ScriptedServer.answering((target) -> {
			String first = target.replaceFirst("&Page=.*", "");
			int page = target.equals(first) ? 0 : Integer.parseInt(target.substring(target.length() - 1));
			return Answer.conversations(page * 2, 2, (page < 2) ? first + "&Page=" + (page + 1) : "");
		});
	}

	private static Flux<String> sids(ConversationClient client, ConversationFilter filter, Paging paging) {
		return client.list(filter, paging).mapNotNull(Conversation::sid);
	}

}
