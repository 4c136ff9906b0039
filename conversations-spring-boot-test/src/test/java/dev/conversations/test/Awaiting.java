package dev.conversations.test;

import java.util.function.BooleanSupplier;

import org.awaitility.Awaitility;

/**
 * Waits, but not for ever.
 */
final class Awaiting {

	private Awaiting() {
	}

	static void until(BooleanSupplier condition) {
		Awaitility.await().atMost(ApiClient.TIMEOUT).until(condition::getAsBoolean);
	}

}
