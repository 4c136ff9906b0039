package dev.conversations.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;

/**
 * Measures what work takes: time, CPU of this process and of the server, and bytes that
 * all threads allocate.
 */
final class Meter {

	private static final OperatingSystemMXBean PROCESS = ManagementFactory
		.getPlatformMXBean(OperatingSystemMXBean.class);

	private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

	private final ServerProcess server;

	Meter(ServerProcess server) {
		this.server = server;
	}

	/**
	 * Does work and measures it.
	 * @param work the work, which answers how many records it has read
	 */
	Measurement measure(LongSupplier work) {
		System.gc();
		Map<Long, Long> allocated = allocated();
		long serverCpu = this.server.cpu().toNanos();
		long compilation = CompilerCpu.nanos();
		long cpu = PROCESS.getProcessCpuTime();
		long start = System.nanoTime();
		long records = work.getAsLong();
		long time = System.nanoTime() - start;
		cpu = PROCESS.getProcessCpuTime() - cpu;
		compilation = CompilerCpu.nanos() - compilation;
		serverCpu = this.server.cpu().toNanos() - serverCpu;
		return new Measurement(records, time, cpu, compilation, serverCpu, allocatedSince(allocated));
	}

	private static Map<Long, Long> allocated() {
		long[] threads = THREADS.getAllThreadIds();
		long[] bytes = THREADS.getThreadAllocatedBytes(threads);
		Map<Long, Long> allocated = new HashMap<>();
		for (int i = 0; i < threads.length; i++) {
			allocated.put(threads[i], bytes[i]);
		}
		return allocated;
	}

	private static long allocatedSince(Map<Long, Long> before) {
		return allocated().entrySet()
			.stream()
			.mapToLong((thread) -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
			.sum();
	}

	/**
	 * The bytes of the heap that are in use after collection.
	 */
	static long liveHeap() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	/**
	 * The CPU time in nanoseconds that this process has taken.
	 */
	static long cpu() {
		return PROCESS.getProcessCpuTime();
	}

}
