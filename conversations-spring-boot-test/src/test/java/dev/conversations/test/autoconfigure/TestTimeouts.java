package dev.conversations.test.autoconfigure;

import java.time.Duration;

/**
 * How long a test waits.
 */
final class TestTimeouts {

	static final Duration DEFAULT = Duration.ofSeconds(10);

	private TestTimeouts() {
	}

}
