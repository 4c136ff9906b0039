package dev.conversations.client;

import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Makes the cursor of a page.
 *
 * @since 0.1.0
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PageCursorBenchmark {

	private final PageLinks links = new PageLinks(URI.create("https://conversations.twilio.com"),
			ResourcePath.ROOT.append("ParticipantConversations"),
			List.of(ListFilter.of(ParticipantIdentifier.identity("zoë"))), () -> "AC0123456789abcdef0123456789abcdef");

	private final URI link = URI.create("https://conversations.twilio.com/v1/ParticipantConversations"
			+ "?Identity=zo%C3%AB&PageSize=50&Page=7&PageToken=PT0123456789abcdef0123456789abcdef:7");

	/**
	 * Makes a cursor and its text.
	 * @return the text
	 */
	@Benchmark
	public String make() {
		return this.links.cursor(this.link, 7).value();
	}

}
