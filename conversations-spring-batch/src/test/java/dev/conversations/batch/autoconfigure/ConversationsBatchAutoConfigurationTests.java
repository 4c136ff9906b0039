package dev.conversations.batch.autoconfigure;

import java.time.Duration;

import dev.conversations.batch.StaleRequestFilter;
import dev.conversations.batch.StalledPartitionMonitor;
import dev.conversations.batch.SweepMetrics;
import dev.conversations.batch.SweepProgress;
import dev.conversations.batch.SweepRecovery;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link ConversationsBatchAutoConfiguration}.
 */
class ConversationsBatchAutoConfigurationTests {

	private final ApplicationContextRunner bare = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ConversationsBatchAutoConfiguration.class));

	private final ApplicationContextRunner runner = this.bare.withConfiguration(AutoConfigurations.of(
			DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
			BatchAutoConfiguration.class, BatchJdbcAutoConfiguration.class));

	@Test
	void beansWhenThereIsNoJobRepositoryAreAbsent() {
		this.bare.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(SweepRecovery.class));
	}

	@Test
	void beansWhenThereIsAJobRepositoryArePresent() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(StaleRequestFilter.class)
			.hasSingleBean(SweepRecovery.class)
			.hasSingleBean(StalledPartitionMonitor.class)
			.hasSingleBean(SweepProgress.class)
			.doesNotHaveBean(Job.class));
	}

	@Test
	void beansWhenUserHasOwnBackOff() {
		this.runner.withBean("own", SweepProgress.class, () -> new SweepProgress(mock(JobRepository.class)))
			.run((context) -> assertThat(context).hasSingleBean(SweepProgress.class).hasBean("own"));
	}

	@Test
	void metricsWhenBoundToldByStateAndStatus() {
		this.runner.run((context) -> {
			MeterRegistry registry = new SimpleMeterRegistry();
			context.getBean(SweepMetrics.class).bindTo(registry);
			assertThat(registry.get("twilio.conversations.sweep.participants").tag("state", "finished").gauge().value())
				.isZero();
			assertThat(registry.get("twilio.conversations.sweep.partitions").tag("status", "started").gauge().value())
				.isZero();
		});
	}

	@Test
	void metricsWhenMicrometerIsAbsentAreAbsent() {
		this.runner.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("sweepMetrics"));
	}

	@Test
	void propertiesWhenSetAreBound() {
		this.runner
			.withPropertyValues("twilio.conversations.batch.concurrency=4", "twilio.conversations.batch.chunk-size=50",
					"twilio.conversations.batch.participants-per-partition=20",
					"twilio.conversations.batch.retry-timeout=2s", "twilio.conversations.batch.quiet-period=3s",
					"twilio.conversations.batch.stall-timeout=4m")
			.run((context) -> {
				ConversationsBatchProperties properties = context.getBean(ConversationsBatchProperties.class);
				assertThat(properties.getConcurrency()).isEqualTo(4);
				assertThat(properties.getChunkSize()).isEqualTo(50);
				assertThat(properties.getParticipantsPerPartition()).isEqualTo(20);
				assertThat(properties.getRetryTimeout()).isEqualTo(Duration.ofSeconds(2));
				assertThat(properties.getQuietPeriod()).isEqualTo(Duration.ofSeconds(3));
				assertThat(properties.getStallTimeout()).isEqualTo(Duration.ofMinutes(4));
			});
	}

}
