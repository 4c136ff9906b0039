package dev.conversations.test.faults;

import java.util.function.Consumer;

import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;

/**
 * Tells of each buffer of Netty that became garbage without having been released.
 *
 * @param <T> the type of the resource
 */
final class LeakDetector<T> extends ResourceLeakDetector<T> {

	private static final int ROUNDS = 5;

	private final Consumer<String> leaks;

	LeakDetector(Class<?> resourceType, int samplingInterval, Consumer<String> leaks) {
		super(resourceType, samplingInterval);
		this.leaks = leaks;
	}

	/**
	 * Has the garbage collected, and lets Netty look for leaks in it.
	 */
	static void collectGarbage() {
		for (int i = 0; i < ROUNDS; i++) {
			System.gc();
			for (int buffer = 0; buffer < 100; buffer++) {
				ByteBufAllocator.DEFAULT.buffer(1).release();
			}
		}
	}

	@Override
	protected boolean needReport() {
		return true;
	}

	@Override
	protected void reportTracedLeak(String resourceType, String records) {
		this.leaks.accept(resourceType + records);
	}

	@Override
	protected void reportUntracedLeak(String resourceType) {
		this.leaks.accept(resourceType);
	}

}
