package dev.conversations.sample;

import dev.conversations.client.Paging;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantConversation;
import dev.conversations.client.ParticipantIdentifier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Streams the conversations of a participant, each one as it arrives.
 */
@RestController
class ParticipantConversationsController {

	private final ParticipantClient client;

	ParticipantConversationsController(ParticipantClient client) {
		this.client = client;
	}

	@GetMapping(path = "/api/participant-conversations",
			produces = { MediaType.APPLICATION_NDJSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE })
	Flux<ParticipantConversation> list(@RequestParam(required = false) @Nullable String identity,
			@RequestParam(required = false) @Nullable String address,
			@RequestParam(required = false) @Nullable Long limit,
			@RequestParam(required = false) @Nullable String service) {
		ParticipantClient client = (service != null) ? this.client.inService(service) : this.client;
		Paging paging = (limit != null) ? Paging.defaults().withLimit(limit) : Paging.defaults();
		return client.listConversations(identifier(identity, address), paging);
	}

	private static ParticipantIdentifier identifier(@Nullable String identity, @Nullable String address) {
		if (identity != null && address == null) {
			return ParticipantIdentifier.identity(identity);
		}
		if (address != null && identity == null) {
			return ParticipantIdentifier.address(address);
		}
		throw new IllegalArgumentException("Exactly one of 'identity' and 'address' must be given");
	}

}
