package dev.conversations.batch;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Keeps a worker that was replaced from saving the state of its step, and thereby from
 * committing its chunk, even while the job is being stopped. The engine's own check of
 * the version does so only as long as the job is not stopped: then it takes over whatever
 * version it finds.
 */
final class FencedJobRepository implements InvocationHandler {

	private static final String UPDATE = "update";

	private final JobRepository delegate;

	private final Set<StepExecution> replaced = Collections
		.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

	private FencedJobRepository(JobRepository delegate) {
		this.delegate = delegate;
	}

	static JobRepository of(JobRepository delegate) {
		return (JobRepository) Proxy.newProxyInstance(JobRepository.class.getClassLoader(),
				new Class<?>[] { JobRepository.class }, new FencedJobRepository(delegate));
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
			throws Throwable {
		if (arguments != null && arguments.length == 1 && arguments[0] instanceof StepExecution execution
				&& method.getName().startsWith(UPDATE)) {
			return fence(method, execution);
		}
		return call(method, arguments);
	}

	private @Nullable Object fence(Method method, StepExecution execution) throws Throwable {
		if (this.replaced.contains(execution)) {
			throw replaced(execution);
		}
		Integer before = execution.getVersion();
		Object result = call(method, new Object[] { execution });
		Integer after = execution.getVersion();
		if (before != null && after != null && after > before + 1) {
			this.replaced.add(execution);
			throw replaced(execution);
		}
		return result;
	}

	private static OptimisticLockingFailureException replaced(StepExecution execution) {
		return new OptimisticLockingFailureException(
				"Step execution %d is carried out by another worker".formatted(execution.getId()));
	}

	private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
		try {
			return method.invoke(this.delegate, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

}
