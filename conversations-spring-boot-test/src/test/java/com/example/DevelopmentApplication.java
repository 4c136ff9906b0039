package com.example;

import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.autoconfigure.SimulatorConnectionDetails;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

public final class DevelopmentApplication {

	private DevelopmentApplication() {
	}

	public static void main(String[] args) {
		SpringApplication.from(ExampleApplication::main).with(ConversationsSimulatorConfiguration.class).run(args);
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class ConversationsSimulatorConfiguration {

		@Bean
		ConversationsSimulator conversationsSimulator() {
			ConversationsSimulator simulator = ConversationsSimulator.start();
			simulator.conversation().uniqueName("welcome").chatParticipant("ada").add();
			return simulator;
		}

		@Bean
		SimulatorConnectionDetails conversationsConnectionDetails(ConversationsSimulator simulator) {
			return new SimulatorConnectionDetails(simulator);
		}

	}

}
