package dev.conversations.benchmarks;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the other clients read of a page.
 */
final class ListPage {

	private ListPage() {
	}

	static URI first(URI baseUrl) {
		return URI.create(baseUrl + "/v1/ParticipantConversations?Identity=alice&PageSize=" + PageServer.PAGE_SIZE);
	}

	static @Nullable URI next(URI baseUrl, JsonNode page) {
		JsonNode next = page.path("meta").path("next_page_url");
		return next.isString() ? baseUrl.resolve(next.stringValue()) : null;
	}

	static List<String> sids(JsonNode page) {
		return page.path("conversations")
			.valueStream()
			.map((conversation) -> conversation.path("conversation_sid").stringValue())
			.toList();
	}

}
