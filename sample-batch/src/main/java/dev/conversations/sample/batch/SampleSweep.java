package dev.conversations.sample.batch;

import java.util.Arrays;
import java.util.List;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/**
 * Exports the conversations of many participants into a table, in one process or, with
 * the argument {@code --cluster}, in a manager and two workers. It talks to Twilio if
 * there are credentials, and to a simulator otherwise.
 */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(SweepSettings.class)
@Import(EmbeddedSimulator.class)
public class SampleSweep {

	public static void main(String[] args) throws Exception {
		List<String> arguments = Arrays.asList(args);
		if (arguments.contains("--cluster")) {
			Cluster.run(arguments.contains("--kill"), Cluster.settings(arguments));
		}
		else if (arguments.contains("--simulator")) {
			SimulatorProcess.run(arguments);
		}
		else {
			SpringApplication.run(SampleSweep.class, args);
		}
	}

}
