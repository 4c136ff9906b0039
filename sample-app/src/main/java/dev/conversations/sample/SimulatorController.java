package dev.conversations.sample;

import java.util.List;

import dev.conversations.test.ConversationsSimulator;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Tells about the embedded simulator, and makes trouble with it. It is not found where
 * the application talks to Twilio.
 */
@RestController
@RequestMapping("/api/simulator")
class SimulatorController {

	private final ObjectProvider<ConversationsSimulator> simulator;

	private final TroubleMaker troubleMaker;

	SimulatorController(ObjectProvider<ConversationsSimulator> simulator, TroubleMaker troubleMaker) {
		this.simulator = simulator;
		this.troubleMaker = troubleMaker;
	}

	@GetMapping
	Status status() {
		return new Status(simulator().requestCount(), this.troubleMaker.current(), SampleData.EXAMPLES);
	}

	@PutMapping("/trouble")
	Status make(@RequestBody Wish wish) {
		this.troubleMaker.make(simulator(), wish.trouble());
		return status();
	}

	private ConversationsSimulator simulator() {
		ConversationsSimulator embedded = this.simulator.getIfAvailable();
		if (embedded == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND, "The application talks to Twilio");
		}
		return embedded;
	}

	/**
	 * State of the simulator.
	 *
	 * @param requests how many requests it has counted
	 * @param trouble the trouble that it makes at present
	 * @param examples the participants to look up
	 */
	record Status(int requests, Trouble trouble, List<SampleData.Example> examples) {

	}

	/**
	 * Wish for trouble.
	 *
	 * @param trouble the kind of trouble
	 */
	record Wish(Trouble trouble) {

	}

}
