package dev.conversations.test.autoconfigure;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * {@link TestExecutionListener} that resets the simulator after each test method, and
 * keeps others from it until then.
 */
class SimulatorTestExecutionListener extends AbstractTestExecutionListener {

	private static final String LEASE = SimulatorTestExecutionListener.class.getName() + ".lease";

	// After the context is there, and so before it may be closed
	private static final int ORDER = 3500;

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public void beforeTestMethod(TestContext testContext) throws Exception {
		if (testContext.hasApplicationContext()) {
			SimulatorLease lease = testContext.getApplicationContext()
				.getBeanProvider(SimulatorLease.class)
				.getIfAvailable();
			if (lease != null) {
				lease.acquire();
				testContext.setAttribute(LEASE, lease);
			}
		}
	}

	@Override
	public void afterTestMethod(TestContext testContext) {
		if (testContext.removeAttribute(LEASE) instanceof SimulatorLease lease) {
			lease.release();
		}
	}

}
