package dev.conversations.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/**
 * Streams the conversations of a participant and manages the participants of a
 * conversation. It talks to Twilio if there are credentials, and to a simulator of its
 * own otherwise.
 */
@SpringBootApplication(proxyBeanMethods = false)
@Import(EmbeddedSimulator.class)
public class SampleApplication {

	public static void main(String[] args) {
		SpringApplication.run(SampleApplication.class, args);
	}

}
