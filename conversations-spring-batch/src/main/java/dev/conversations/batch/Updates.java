package dev.conversations.batch;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Updates of steps that others may update too.
 */
final class Updates {

	private Updates() {
	}

	/**
	 * Saves the status of a step unless somebody else has saved another one since it was
	 * loaded.
	 * @param jobRepository the job repository
	 * @param step the step
	 * @return whether it was saved
	 */
	static boolean tryUpdate(JobRepository jobRepository, StepExecution step) {
		try {
			jobRepository.update(step);
			return true;
		}
		catch (OptimisticLockingFailureException ex) {
			return false;
		}
	}

}
