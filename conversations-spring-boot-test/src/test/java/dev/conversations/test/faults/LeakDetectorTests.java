package dev.conversations.test.faults;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.netty.buffer.ByteBuf;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakTracker;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A leak is noticed.
 */
class LeakDetectorTests {

	private final List<String> leaks = new CopyOnWriteArrayList<>();

	private final LeakDetector<Object> detector = new LeakDetector<>(ByteBuf.class, 1, this.leaks::add);

	@Test
	void everyBufferIsWatched() {
		assertThat(ResourceLeakDetector.getLevel()).isEqualTo(ResourceLeakDetector.Level.PARANOID);
	}

	@Test
	void resourceThatIsNotReleasedIsALeak() {
		this.detector.track(new Object());
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
			System.gc();
			track(new Object());
			return !this.leaks.isEmpty();
		});
		assertThat(this.leaks.get(0)).startsWith("ByteBuf");
	}

	private void track(Object resource) {
		ResourceLeakTracker<Object> tracker = this.detector.track(resource);
		tracker.close(resource);
	}

}
