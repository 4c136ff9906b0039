package dev.conversations.sample;

import java.util.Map;

import dev.conversations.test.ConversationsSimulator;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Tells how many requests the embedded simulator has counted.
 */
@RestController
class SimulatorController {

	private final ObjectProvider<ConversationsSimulator> simulator;

	SimulatorController(ObjectProvider<ConversationsSimulator> simulator) {
		this.simulator = simulator;
	}

	@GetMapping("/api/simulator")
	Mono<Map<String, Integer>> count() {
		ConversationsSimulator embedded = this.simulator.getIfAvailable();
		return (embedded != null) ? Mono.just(Map.of("requests", embedded.requestCount()))
				: Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
