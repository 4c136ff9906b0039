package dev.conversations.sample;

import dev.conversations.client.ParticipantClient;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Streams the conversations of a participant, each one or each page as it arrives. Who
 * reads slowly slows down the stream from Twilio; who goes away ends it.
 */
@RestController
@RequestMapping("/api/participant-conversations")
class ParticipantConversationsController {

	private final ParticipantClient client;

	private final OpenStreams streams;

	ParticipantConversationsController(ParticipantClient client, OpenStreams streams) {
		this.client = client;
		this.streams = streams;
	}

	@GetMapping(produces = { MediaType.APPLICATION_NDJSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE })
	Flux<Object> list(@ModelAttribute Lookup lookup) {
		return BrokenStream
			.endingWithProblem(lookup.client(this.client).listConversations(lookup.participant(), lookup.paging()));
	}

	/**
	 * Streams pages, each with the cursor of the next. With a window the stream waits for
	 * its reader to say how much it has read.
	 */
	@GetMapping(path = "/pages", produces = MediaType.APPLICATION_NDJSON_VALUE)
	Flux<PageLine> pages(@ModelAttribute Lookup lookup, @RequestParam(required = false) @Nullable Long window) {
		return BrokenStream.endingWith(PageLine::of, this.streams.open(window,
				lookup.client(this.client).listConversationPages(lookup.participant(), lookup.paging())));
	}

}
