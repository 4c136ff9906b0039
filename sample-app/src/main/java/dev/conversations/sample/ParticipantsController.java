package dev.conversations.sample;

import dev.conversations.client.Participant;
import dev.conversations.client.ParticipantClient;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Manages the participants of a conversation.
 */
@RestController
@RequestMapping("/api/conversations/{conversation}/participants")
class ParticipantsController {

	private final ParticipantClient client;

	ParticipantsController(ParticipantClient client) {
		this.client = client;
	}

	@GetMapping(produces = { MediaType.APPLICATION_NDJSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE })
	Flux<Object> list(@PathVariable String conversation, @RequestParam(required = false) @Nullable String service) {
		return BrokenStream.endingWithProblem(client(service).list(conversation));
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Mono<Participant> create(@PathVariable String conversation,
			@RequestParam(required = false) @Nullable String service, @RequestBody JsonNode body) {
		return client(service).create(conversation, ParticipantBody.toNewParticipant(body));
	}

	@GetMapping("/{participant}")
	Mono<Participant> fetch(@PathVariable String conversation, @PathVariable String participant,
			@RequestParam(required = false) @Nullable String service) {
		return client(service).fetch(conversation, participant);
	}

	@PatchMapping("/{participant}")
	Mono<Participant> update(@PathVariable String conversation, @PathVariable String participant,
			@RequestParam(required = false) @Nullable String service, @RequestBody JsonNode body) {
		return client(service).update(conversation, participant, ParticipantBody.toUpdate(body));
	}

	@DeleteMapping("/{participant}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> delete(@PathVariable String conversation, @PathVariable String participant,
			@RequestParam(required = false) @Nullable String service) {
		return client(service).delete(conversation, participant);
	}

	private ParticipantClient client(@Nullable String service) {
		return (service != null) ? this.client.inService(service) : this.client;
	}

}
