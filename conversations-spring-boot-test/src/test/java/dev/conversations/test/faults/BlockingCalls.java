package dev.conversations.test.faults;

import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingMethod;
import reactor.blockhound.BlockingOperationError;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Records the calls that block an event loop, since their errors may be swallowed.
 * Allowed are the short locks of Netty's allocator, which its own list does not name yet,
 * and the first use of a class.
 */
public final class BlockingCalls implements BlockHoundIntegration {

	private static final String ALLOCATOR = "io.netty.buffer.AdaptivePoolingAllocator";

	private static final Queue<BlockingOperationError> CALLS = new ConcurrentLinkedQueue<>();

	/**
	 * The calls that were recorded, but for those of the test that blocks on purpose.
	 */
	static List<String> unexpected() {
		return CALLS.stream()
			.map(BlockingOperationError::getStackTrace)
			.map(Arrays::toString)
			.filter((stackTrace) -> !stackTrace.contains(BlockingCallsTests.class.getName()))
			.toList();
	}

	@Override
	public void applyTo(BlockHound.Builder builder) {
		builder.blockingMethodCallback(BlockingCalls::record)
			.allowBlockingCallsInside(ALLOCATOR, "allocate")
			.allowBlockingCallsInside(ALLOCATOR + "$MagazineGroup", "allocate")
			.allowBlockingCallsInside(ALLOCATOR + "$Magazine", "free")
			.allowBlockingCallsInside("java.lang.ClassLoader", "loadClass");
	}

	private static void record(BlockingMethod method) {
		BlockingOperationError error = new BlockingOperationError(method);
		CALLS.add(error);
		throw error;
	}

}
