package dev.conversations.batch.autoconfigure;

import dev.conversations.batch.StaleRequestFilter;
import dev.conversations.batch.StalledPartitionMonitor;
import dev.conversations.batch.SweepMetrics;
import dev.conversations.batch.SweepProgress;
import dev.conversations.batch.SweepRecovery;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for what watches and recovers
 * sweeps. Jobs, steps and channels are the application's own.
 *
 * @since 0.1.0
 */
@AutoConfiguration(afterName = { "org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration",
		"org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration" })
@ConditionalOnClass(JobOperator.class)
@ConditionalOnBean(JobRepository.class)
@EnableConfigurationProperties(ConversationsBatchProperties.class)
public final class ConversationsBatchAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	StaleRequestFilter staleRequestFilter(JobRepository jobRepository) {
		return new StaleRequestFilter(jobRepository);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(JobOperator.class)
	SweepRecovery sweepRecovery(JobOperator jobOperator, JobRepository jobRepository,
			ConversationsBatchProperties properties) {
		return new SweepRecovery(jobOperator, jobRepository, properties.getQuietPeriod());
	}

	@Bean
	@ConditionalOnMissingBean
	StalledPartitionMonitor stalledPartitionMonitor(JobRepository jobRepository,
			ConversationsBatchProperties properties) {
		return new StalledPartitionMonitor(jobRepository, properties.getStallTimeout());
	}

	@Bean
	@ConditionalOnMissingBean
	SweepProgress sweepProgress(JobRepository jobRepository) {
		return new SweepProgress(jobRepository);
	}

	/**
	 * Gauges.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	static class MetricsConfiguration {

		@Bean
		@ConditionalOnMissingBean
		SweepMetrics sweepMetrics(SweepProgress progress) {
			return new SweepMetrics(progress);
		}

	}

}
