package dev.conversations.docs.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.conversations.docs.pictures.StreamEvent.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pictures of streams show what a run gives. With {@code -Dpictures.draw=true} they
 * are drawn anew.
 */
@Isolated("Virtual time is there for the whole JVM")
class StreamPicturesTests {

	private static final Duration WORK = Duration.ofMillis(100);

	@ParameterizedTest
	@EnumSource
	void pictureShowsWhatARunGives(Picture picture) throws IOException {
		Path file = Path.of("..", "docs", "images", picture.file);
		String drawn = picture.draw();
		if (Boolean.getBoolean("pictures.draw")) {
			Files.writeString(file, drawn);
		}
		assertThat(file).content().isEqualToNormalizingNewlines(drawn);
	}

	@Test
	void runTakesTheSameCourseEachTime() {
		StreamRun run = Picture.READ_AHEAD.runs[0];
		List<StreamEvent> events = run.events();
		assertThat(run.events()).isEqualTo(events);
		assertThat(events).filteredOn((event) -> event.kind() == Kind.RECORD).hasSize(StreamRun.RECORDS);
		assertThat(events).filteredOn((event) -> event.kind() == Kind.REQUEST).hasSize(3);
	}

	enum Picture {

		READ_AHEAD("read-ahead.svg", "A reader who asks for one record after the other",
				new StreamRun("With read-ahead, the default", 1, WORK, true, StreamRun.RECORDS),
				new StreamRun("Without read-ahead", 1, WORK, false, StreamRun.RECORDS)),

		DEMAND("demand.svg", "Requests follow what is asked for",
				new StreamRun("A reader who asks for six and then takes a while", 6, Duration.ofMillis(500), true,
						StreamRun.RECORDS),
				new StreamRun("A reader who takes four records, which are one page", 4, WORK, true, 4));

		private final String file;

		private final String title;

		private final StreamRun[] runs;

		Picture(String file, String title, StreamRun... runs) {
			this.file = file;
			this.title = title;
			this.runs = runs;
		}

		private String draw() {
			Map<StreamRun, List<StreamEvent>> events = new LinkedHashMap<>();
			for (StreamRun run : this.runs) {
				events.put(run, run.events());
			}
			return StreamPicture.draw(this.title, events);
		}

	}

}
