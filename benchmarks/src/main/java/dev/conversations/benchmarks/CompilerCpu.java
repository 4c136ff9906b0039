package dev.conversations.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * CPU time that the JVM's compilers have taken. No bean of the JVM tells it, so that it
 * is read from Linux; elsewhere the elapsed time of compilation stands for it.
 */
final class CompilerCpu {

	private static final Path THREADS = Path.of("/proc/self/task");

	private CompilerCpu() {
	}

	static long nanos() {
		if (!Files.isDirectory(THREADS)) {
			return TimeUnit.MILLISECONDS.toNanos(ManagementFactory.getCompilationMXBean().getTotalCompilationTime());
		}
		long sum = 0;
		try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
			for (Path thread : threads) {
				sum += nanos(thread);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return sum;
	}

	private static long nanos(Path thread) throws IOException {
		try {
			String name = Files.readString(thread.resolve("comm"));
			if (!name.startsWith("C1 ") && !name.startsWith("C2 ")) {
				return 0;
			}
			String times = Files.readString(thread.resolve("schedstat"));
			return Long.parseLong(times.substring(0, times.indexOf(' ')));
		}
		catch (NoSuchFileException ex) {
			// The thread has ended since it was listed
			return 0;
		}
	}

}
