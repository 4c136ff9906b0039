package com.example.support;

import java.util.List;

import dev.conversations.client.Page;
import dev.conversations.client.PageCursor;
import dev.conversations.client.Paging;
import dev.conversations.client.ParticipantConversation;
import dev.conversations.client.ParticipantIdentifier;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ConversationsController {

	private final Tenants tenants;

	ConversationsController(Tenants tenants) {
		this.tenants = tenants;
	}

	@GetMapping("/tenants/{tenant}/conversations")
	Mono<Conversations> page(@PathVariable("tenant") String tenant, @RequestParam("phone") String phoneNumber,
			@RequestParam(name = "cursor", required = false) String cursor) {
		Paging paging = Paging.defaults();
		if (cursor != null) {
			paging = paging.startingAt(PageCursor.of(cursor));
		}
		return this.tenants.participantsOf(tenant)
			.conversationPage(ParticipantIdentifier.address(phoneNumber), paging)
			.map(Conversations::of);
	}

	record Conversations(List<String> sids, PageCursor next) {

		static Conversations of(Page<ParticipantConversation> page) {
			return new Conversations(page.items().stream().map(ParticipantConversation::conversationSid).toList(),
					page.next());
		}

	}

}
