package dev.conversations.sample.batch;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the sample.
 *
 * @param role {@code alone}, {@code manager} or {@code worker}
 * @param directory where everything is kept that outlives a process
 * @param participants how many participants the simulator has
 * @param latency how long the simulator takes to answer
 * @param brokerPort the port of the manager's message broker
 */
@ConfigurationProperties("sweep")
record SweepSettings(String role, Path directory, int participants, Duration latency,
		@DefaultValue("61616") int brokerPort) {

}
