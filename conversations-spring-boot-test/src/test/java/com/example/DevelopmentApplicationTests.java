package com.example;

import java.time.Duration;

import com.example.DevelopmentApplication.ConversationsSimulatorConfiguration;
import dev.conversations.client.ParticipantClient;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DevelopmentApplication}, which starts an application on the simulator.
 */
class DevelopmentApplicationTests {

	@Test
	void applicationInDevelopmentTalksToSimulator() {
		try (ConfigurableApplicationContext context = SpringApplication.from(ExampleApplication::main)
			.with(ConversationsSimulatorConfiguration.class)
			.run("--spring.main.banner-mode=off")
			.getApplicationContext()) {
			ParticipantClient client = context.getBean(ParticipantClient.class);
			assertThat(client.fetch("welcome", "ada").block(Duration.ofSeconds(10))).isNotNull();
		}
	}

}
