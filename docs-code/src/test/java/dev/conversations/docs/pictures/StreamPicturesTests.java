package dev.conversations.docs.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.conversations.docs.pictures.StreamEvent.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pictures of streams show what a run gives. With {@code -Dpictures.draw=true} they
 * are drawn anew.
 */
@Isolated("Virtual time is there for the whole JVM")
class StreamPicturesTests {

	private static final Duration WORK = Duration.ofMillis(100);

	private static final StreamRun STEPS = new StreamRun("With read-ahead, the default", 1, WORK, true,
			StreamRun.RECORDS);

	@ParameterizedTest
	@MethodSource
	void pictureShowsWhatARunGives(Picture picture) throws IOException {
		Path file = Path.of("..", "docs", "images", picture.file());
		String drawn = picture.draw();
		if (Boolean.getBoolean("pictures.draw")) {
			Files.writeString(file, drawn);
		}
		assertThat(file).content().isEqualToNormalizingNewlines(drawn);
	}

	@Test
	void runTakesTheSameCourseEachTime() {
		List<StreamEvent> events = STEPS.events();
		assertThat(STEPS.events()).isEqualTo(events);
		assertThat(events).filteredOn((event) -> event.kind() == Kind.RECORD).hasSize(StreamRun.RECORDS);
		assertThat(events).filteredOn((event) -> event.kind() == Kind.REQUEST).hasSize(3);
	}

	static Stream<Picture> pictureShowsWhatARunGives() {
		return Stream.of(
				new Picture("read-ahead.svg", "A reader who asks for one record after the other",
						List.of(STEPS, new StreamRun("Without read-ahead", 1, WORK, false, StreamRun.RECORDS))),
				new Picture("demand.svg", "Requests follow what is asked for", List.of(
						new StreamRun("A reader who asks for six and then takes a while", 6, Duration.ofMillis(500),
								true, StreamRun.RECORDS),
						new StreamRun("A reader who takes four records, which are one page", 4, WORK, true, 4))));
	}

	record Picture(String file, String title, List<StreamRun> runs) {

		private String draw() {
			Map<StreamRun, List<StreamEvent>> events = new LinkedHashMap<>();
			for (StreamRun run : this.runs) {
				events.put(run, run.events());
			}
			return StreamPicture.draw(this.title, events);
		}

	}

}
