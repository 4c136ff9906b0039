package dev.conversations.test.faults;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Records the leaks of all tests, from before the first use of Netty.
 */
public final class LeakDetection implements LauncherSessionListener {

	private static final List<String> LEAKS = new CopyOnWriteArrayList<>();

	static List<String> leaks() {
		LeakDetector.collectGarbage();
		return LEAKS;
	}

	@Override
	public void launcherSessionOpened(LauncherSession session) {
		ResourceLeakDetectorFactory.setResourceLeakDetectorFactory(new Factory());
	}

	private static final class Factory extends ResourceLeakDetectorFactory {

		@Override
		@Deprecated
		@SuppressWarnings("InlineMeSuggester")
		public <T> ResourceLeakDetector<T> newResourceLeakDetector(Class<T> resource, int samplingInterval,
				long maxActive) {
			return newResourceLeakDetector(resource, samplingInterval);
		}

		@Override
		public <T> ResourceLeakDetector<T> newResourceLeakDetector(Class<T> resource, int samplingInterval) {
			return new LeakDetector<>(resource, samplingInterval, LEAKS::add);
		}

	}

}
