package dev.conversations.client;

import java.io.ByteArrayInputStream;
import java.util.concurrent.TimeUnit;

import dev.conversations.benchmarks.PlainPage;
import dev.conversations.benchmarks.RenderedPages;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decodes a page of 50 conversations with the reader of the client and with databind.
 *
 * @since 0.1.0
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PageDecodeBenchmark {

	private final JsonMapper databind = JsonMapper.builder().build();

	/**
	 * Length of the attributes of a record.
	 */
	@Param({ "2", "1024", "16384" })
	public int attributes;

	private byte[] page = {};

	/**
	 * Renders the page.
	 */
	@Setup
	public void render() {
		this.page = RenderedPages.conversations(this.attributes);
	}

	/**
	 * Decodes with the reader of the client.
	 * @return the page
	 */
	@Benchmark
	public Object client() {
		return ListReader.read(new ByteArrayInputStream(this.page), ListType.PARTICIPANT_CONVERSATIONS, 1_000);
	}

	/**
	 * Decodes with databind.
	 * @return the page
	 */
	@Benchmark
	public Object databind() {
		return this.databind.readValue(this.page, PlainPage.Conversations.class);
	}

}
