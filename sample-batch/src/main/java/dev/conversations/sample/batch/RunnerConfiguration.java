package dev.conversations.sample.batch;

import dev.conversations.batch.SweepProgress;
import dev.conversations.batch.SweepRecovery;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.batch.autoconfigure.BatchTaskExecutor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The job, for the process that starts it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${sweep.role}' == 'alone' or '${sweep.role}' == 'manager'")
class RunnerConfiguration {

	@Bean
	@BatchTaskExecutor
	TaskExecutor jobExecutor() {
		return new SimpleAsyncTaskExecutor("job-");
	}

	@Bean
	Job exportJob(JobRepository jobRepository, Step export) {
		return new JobBuilder("export", jobRepository).start(export).build();
	}

	@Bean
	SweepRunner sweepRunner(Job job, JobOperator jobOperator, JobRepository jobRepository, SweepRecovery recovery,
			SweepProgress progress, JdbcOperations jdbc) {
		return new SweepRunner(job, jobOperator, jobRepository, recovery, progress, new ExportTable(jdbc));
	}

}
