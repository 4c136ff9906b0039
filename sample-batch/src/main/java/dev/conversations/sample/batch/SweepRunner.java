package dev.conversations.sample.batch;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.conversations.batch.SweepProgress;
import dev.conversations.batch.SweepRecovery;
import dev.conversations.batch.SweepStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.SmartLifecycle;

/**
 * Starts an export, or goes on with the last one if it did not complete, and tells each
 * second how far it is. When the process is asked to end, the export stops after its
 * present chunks.
 */
class SweepRunner implements ApplicationRunner, SmartLifecycle {

	private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

	private static final Pattern CAUSE = Pattern.compile("^(?:Caused by: )?([\\w.$]+(?:Exception|Error))",
			Pattern.MULTILINE);

	private final Job job;

	private final JobOperator jobOperator;

	private final JobRepository jobRepository;

	private final SweepRecovery recovery;

	private final SweepProgress progress;

	private final ExportTable table;

	private volatile @Nullable JobExecution execution;

	private volatile boolean running;

	SweepRunner(Job job, JobOperator jobOperator, JobRepository jobRepository, SweepRecovery recovery,
			SweepProgress progress, ExportTable table) {
		this.job = job;
		this.jobOperator = jobOperator;
		this.jobRepository = jobRepository;
		this.recovery = recovery;
		this.progress = progress;
		this.table = table;
	}

	@Override
	public void run(ApplicationArguments args) throws Exception {
		JobExecution started = begin();
		this.execution = started;
		Console console = new Console(this.progress.status(started.getJobInstance()));
		long due = System.nanoTime() + SECOND;
		while (started.isRunning()) {
			LockSupport.parkNanos(Math.min(SECOND / 20, Math.max(due - System.nanoTime(), 1)));
			if (System.nanoTime() >= due) {
				due += SECOND;
				console.print(this.progress.status(started.getJobInstance()));
			}
		}
		SweepStatus end = this.progress.status(started.getJobInstance());
		console.print(end);
		printFailures(started.getId());
		System.out.println(started.getStatus() + " " + this.table.summary());
	}

	/**
	 * Tells why steps have failed, which the job repository knows of those of workers,
	 * too.
	 */
	private void printFailures(long executionId) {
		JobExecution stored = this.jobRepository.getJobExecution(executionId);
		for (StepExecution step : (stored != null) ? stored.getStepExecutions() : List.<StepExecution>of()) {
			if (step.getStatus().isUnsuccessful()) {
				System.out.println(step.getStepName() + " has failed: " + lastCause(step.getExitStatus()));
			}
		}
	}

	/**
	 * Returns the type of the last cause that the job repository has kept, and nothing of
	 * its message, which may hold personal data.
	 */
	private static String lastCause(ExitStatus status) {
		Matcher causes = CAUSE.matcher(status.getExitDescription());
		String last = "";
		while (causes.find()) {
			last = causes.group(1);
		}
		return last;
	}

	private JobExecution begin() throws Exception {
		JobExecution unfinished = this.recovery.findUnfinished(this.job.getName());
		if (unfinished != null) {
			System.out.println("going on where the last export was " + unfinished.getStatus());
			return this.recovery.restart(unfinished.getId());
		}
		this.table.clear();
		long number = this.jobRepository.getJobInstances(this.job.getName(), 0, Integer.MAX_VALUE).size();
		JobParameters parameters = new JobParametersBuilder().addLong("export", number).toJobParameters();
		return this.jobOperator.start(this.job, parameters);
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		JobExecution current = this.execution;
		if (current == null || !current.isRunning()) {
			return;
		}
		try {
			JobExecution stored = this.jobRepository.getJobExecution(current.getId());
			if (stored != null && stored.getStatus() == BatchStatus.STARTED) {
				this.jobOperator.stop(stored);
			}
		}
		catch (Exception ex) {
			System.out.println("the export cannot be stopped: " + ex.getMessage());
			return;
		}
		while (current.isRunning() && !Thread.currentThread().isInterrupted()) {
			LockSupport.parkNanos(SECOND / 20);
		}
		System.out.println(current.getStatus() + ": the same command goes on from here");
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
