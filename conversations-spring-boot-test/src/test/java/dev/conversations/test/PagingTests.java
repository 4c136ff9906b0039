package dev.conversations.test;

import java.util.ArrayList;
import java.util.List;

import dev.conversations.test.ApiClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the paging of {@link ConversationsSimulator}.
 */
class PagingTests {

	private static final String ADA = "/v1/ParticipantConversations?Identity=ada";

	private final ConversationsSimulator simulator = ConversationsSimulator.start();

	private final ApiClient client = new ApiClient(this.simulator);

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@Test
	void conversationsWhenManyComeInOrderOfSid() {
		List<String> sids = seed(1237);
		assertThat(this.client.follow(ADA, "conversations", "conversation_sid"))
			.isEqualTo(sids.stream().sorted().toList());
		assertThat(this.simulator.requestCount()).isEqualTo(25);
	}

	@Test
	void participantsComeInOrderOfCreation() {
		ConversationSeed seed = this.simulator.conversation().uniqueName("talk");
		List<String> identities = new ArrayList<>();
		for (int i = 0; i < 205; i++) {
			identities.add("user-" + (i * 7919) % 205);
		}
		identities.forEach(seed::chatParticipant);
		seed.add();
		assertThat(this.client.follow("/v1/Conversations/talk/Participants?PageSize=100", "participants", "identity"))
			.isEqualTo(identities);
		assertThat(this.simulator.requestCount()).isEqualTo(3);
	}

	@Test
	void metaWhenInMiddleLinksAllPages() {
		seed(5);
		Response second = this.client.get(this.client.get(ADA + "&PageSize=2").text("/meta/next_page_url"));
		String url = this.simulator.baseUrl() + ADA + "&PageSize=2&Page=";
		assertThat(second.body().at("/meta/page").asInt()).isOne();
		assertThat(second.body().at("/meta/page_size").asInt()).isEqualTo(2);
		assertThat(second.text("/meta/key")).isEqualTo("conversations");
		assertThat(second.text("/meta/first_page_url")).isEqualTo(url + "0");
		assertThat(second.text("/meta/url")).startsWith(url + "1&PageToken=PT_");
		assertThat(second.text("/meta/previous_page_url")).startsWith(url + "0&PageToken=PB_");
		assertThat(second.text("/meta/next_page_url")).startsWith(url + "2&PageToken=PT_").contains("%3A", ".");
	}

	@Test
	void previousPageWhenFollowedIsPageBefore() {
		seed(5);
		Response first = this.client.get(ADA + "&PageSize=2");
		Response second = this.client.get(first.text("/meta/next_page_url"));
		Response back = this.client.get(second.text("/meta/previous_page_url"));
		assertThat(back.body().path("conversations")).isEqualTo(first.body().path("conversations"));
		assertThat(back.body().at("/meta/previous_page_url").isNull()).isTrue();
		assertThat(back.text("/meta/next_page_url")).isEqualTo(first.text("/meta/next_page_url"));
	}

	@ParameterizedTest
	@CsvSource({ "0, true", "2, true", "4, true", "5, false" })
	void nextPageWhenNoRecordFollowsIsNull(int pageSize, boolean next) {
		seed(5);
		String query = (pageSize != 0) ? "&PageSize=" + pageSize : "&PageSize=1";
		assertThat(this.client.get(ADA + query).body().at("/meta/next_page_url").isString()).isEqualTo(next);
	}

	@Test
	void tokenWhenRecordsComeAndGoStaysInPlace() {
		List<String> sids = seed(4).stream().sorted().toList();
		String next = this.client.get(ADA + "&PageSize=2").text("/meta/next_page_url");
		deleteAda(sids.get(1));
		this.simulator.conversation().sid("CH" + "0".repeat(32)).chatParticipant("ada").add();
		this.simulator.conversation().sid("CH" + "f".repeat(32)).chatParticipant("ada").add();
		assertThat(this.client.get(next).values("conversations", "conversation_sid")).containsExactly(sids.get(2),
				sids.get(3));
	}

	@ParameterizedTest
	@CsvSource({ "ParticipantConversations?Identity=ada&PageSize=51, 50", "ParticipantConversations?Address=%2B1, 50",
			"Conversations/talk/Participants?PageSize=1000, 100", "Conversations/talk/Participants, 50",
			"Conversations/talk/Participants?PageSize=99999999999999999999, 100" })
	void pageSizeWhenTooLargeIsClamped(String list, int size) {
		this.simulator.conversation().uniqueName("talk").add();
		Response listed = this.client.get("/v1/" + list);
		assertThat(listed.body().at("/meta/page_size").asInt()).isEqualTo(size);
		assertThat(listed.text("/meta/url")).contains("PageSize=" + size + "&Page=0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2147483647", "99999999999999999999" })
	void pageWhenLargeLinksToTheNext(String page) {
		seed(2);
		assertThat(this.client.follow(ADA + "&PageSize=1&Page=" + page, "conversations", "conversation_sid"))
			.hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PageSize=0", "PageSize=-1", "PageSize=ten", "PageSize=", "Page=-1" })
	void pageWhenNotNumberIsRefused(String query) {
		Response refused = this.client.get(ADA + '&' + query);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.code()).isEqualTo(20001);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "PT", "PT_Q0g.00000000:1", "garbage", "PT_A.00000000:1" })
	void tokenWhenBadIsRefused(String token) {
		Response refused = this.client.get(ADA + "&PageToken=" + token);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.code()).isEqualTo(21481);
	}

	@Test
	void tokenWhenOfAnotherListIsRefused() {
		seed(2);
		String next = this.client.get(ADA + "&PageSize=1").text("/meta/next_page_url");
		assertThat(this.client.get(next.replace("Identity=ada", "Identity=bob")).code()).isEqualTo(21481);
	}

	private List<String> seed(int conversations) {
		List<String> sids = new ArrayList<>();
		for (int i = 0; i < conversations; i++) {
			sids.add(this.simulator.conversation().chatParticipant("ada").chatParticipant("bob").add().sid());
		}
		return sids;
	}

	private void deleteAda(String conversation) {
		String path = "/v1/Conversations/" + conversation + "/Participants/";
		assertThat(this.client.delete(path + this.client.get(path + "ada").text("/sid")).status()).isEqualTo(204);
	}

}
