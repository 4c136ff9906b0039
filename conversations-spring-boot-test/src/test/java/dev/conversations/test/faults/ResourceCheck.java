package dev.conversations.test.faults;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fails the build when all tests are over if one of them has leaked a buffer or blocked
 * an event loop.
 */
public final class ResourceCheck implements BeforeAllCallback {

	@Override
	public void beforeAll(ExtensionContext context) {
		context.getRoot()
			.getStore(ExtensionContext.Namespace.GLOBAL)
			.computeIfAbsent(End.class, (key) -> new End(), End.class);
	}

	/**
	 * Closed behind the last test.
	 */
	private static final class End implements AutoCloseable {

		@Override
		public void close() {
			assertThat(LeakDetection.leaks()).as("leaks").isEmpty();
			assertThat(BlockingCalls.unexpected()).as("blocking calls on event loops").isEmpty();
		}

	}

}
