package dev.conversations.batch;

import org.springframework.util.Assert;

/**
 * Rules for ordinals.
 */
final class Ordinals {

	private Ordinals() {
	}

	static void check(long ordinal, long size) {
		Assert.isTrue(ordinal >= 0 && ordinal <= size, "'ordinal' must be between 0 and the size of the source");
	}

}
