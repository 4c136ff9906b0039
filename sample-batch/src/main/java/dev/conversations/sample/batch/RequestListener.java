package dev.conversations.sample.batch;

import org.springframework.jms.annotation.JmsListener;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.support.GenericMessage;

/**
 * Takes requests from the queue. Spring Boot's sessions are transacted, so that a request
 * stays in the queue until its partition has ended or this process has.
 */
class RequestListener {

	private final MessageChannel requests;

	RequestListener(MessageChannel requests) {
		this.requests = requests;
	}

	@JmsListener(destination = Requests.QUEUE)
	void receive(String request) {
		this.requests.send(new GenericMessage<>(Requests.parse(request)));
	}

}
