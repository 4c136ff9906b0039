package dev.conversations.smoke;

import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantConversation;
import dev.conversations.client.ParticipantIdentifier;
import reactor.core.publisher.Flux;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Application that streams, by HTTP where it has a server, and asks for its client late.
 */
@Lazy
@RestController
@SpringBootApplication(proxyBeanMethods = false)
public class SmokeApplication {

	private final ParticipantClient client;

	SmokeApplication(@Lazy ParticipantClient client) {
		this.client = client;
	}

	public static void main(String[] args) {
		SpringApplication.run(SmokeApplication.class, args);
	}

	@GetMapping(path = "/conversations", produces = MediaType.APPLICATION_NDJSON_VALUE)
	Flux<String> conversations() {
		return this.client.listConversations(ParticipantIdentifier.identity("ada"))
			.map(ParticipantConversation::conversationSid)
			.map((sid) -> sid + "\n");
	}

}
