package dev.conversations.docs.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.conversations.docs.pictures.StreamEvent.Kind;

/**
 * Draws runs below each other on one axis of time.
 */
final class StreamPicture {

	private static final int WIDTH = 840;

	private static final int LEFT = 120;

	private static final int HEIGHT_OF_RUN = 172;

	private static final int TOP = 16;

	private static final String STYLE = """
			<style>
			.paper { fill: #ffffff }
			.request { fill: #e8effa; stroke: #33507a; stroke-width: 1.5 }
			.record { fill: #e6f4ea; stroke: #2f6b3f; stroke-width: 1.5 }
			.demand { fill: none; stroke: #7a4a00; stroke-width: 2 }
			.line { stroke: #c8ccd2; stroke-width: 1 }
			.title { fill: #111111; font-weight: bold; font-size: 15px }
			.lane, .time { fill: #444444 }
			.text { fill: #111111; text-anchor: middle }
			.asked { fill: #7a4a00; font-weight: bold }
			@media (prefers-color-scheme: dark) {
			.paper { fill: #0d1117 }
			.request { fill: #17263f; stroke: #7fa3d8 }
			.record { fill: #12301c; stroke: #79c08d }
			.demand { stroke: #e3b341 }
			.line { stroke: #3a424d }
			.title, .text { fill: #f0f3f6 }
			.lane, .time { fill: #b8c0cc }
			.asked { fill: #e3b341 }
			}
			</style>
			""";

	private final StringBuilder body = new StringBuilder();

	private final long end;

	private StreamPicture(long end) {
		this.end = end;
	}

	/**
	 * Draws a picture.
	 * @param title what the picture shows
	 * @param runs the runs, and what has happened in each
	 * @return the picture as SVG
	 */
	static String draw(String title, Map<StreamRun, List<StreamEvent>> runs) {
		StreamPicture picture = new StreamPicture(
				runs.values().stream().flatMap(List::stream).mapToLong(StreamEvent::time).max().orElseThrow());
		List<String> description = new ArrayList<>();
		int top = TOP;
		for (Map.Entry<StreamRun, List<StreamEvent>> run : runs.entrySet()) {
			picture.drawRun(run.getKey().title(), run.getValue(), top);
			description.add(describe(run.getKey().title(), run.getValue()));
			top += HEIGHT_OF_RUN;
		}
		return """
				<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" \
				aria-labelledby="title desc" font-family="Helvetica, Arial, sans-serif" font-size="14">
				<title id="title">%3$s</title>
				<desc id="desc">%4$s</desc>
				%5$s<rect class="paper" width="%1$d" height="%2$d" rx="8"/>
				%6$s</svg>
				""".formatted(WIDTH, top, title, String.join(" ", description), STYLE, picture.body);
	}

	private static String describe(String title, List<StreamEvent> events) {
		List<String> requests = new ArrayList<>();
		for (StreamEvent event : events) {
			if (event.kind() == Kind.REQUEST) {
				requests.add("page %d at %d ms after %d records".formatted(event.number(), event.time(),
						delivered(events, event)));
			}
		}
		return "%s: requests for %s.".formatted(title, String.join(", ", requests));
	}

	private static long delivered(List<StreamEvent> events, StreamEvent until) {
		return events.subList(0, events.indexOf(until)).stream().filter((event) -> event.kind() == Kind.RECORD).count();
	}

	private void drawRun(String title, List<StreamEvent> events, int top) {
		add("<text class=\"title\" x=\"16\" y=\"%d\">%s</text>", top + 14, title);
		drawLane("asked for", top + 46);
		drawLane("requests", top + 82);
		drawLane("records", top + 118);
		at(events, Kind.DEMAND).forEach((time, numbers) -> drawDemand(x(time), top + 46, numbers.get(0)));
		Map<Long, List<Long>> pages = at(events, Kind.PAGE);
		at(events, Kind.REQUEST)
			.forEach((time, numbers) -> drawRequest(x(time), x(arrival(pages, numbers.get(0))), top + 82, numbers));
		at(events, Kind.RECORD).forEach((time, numbers) -> drawRecords(x(time), top + 118, numbers));
		for (long time = 0; time <= this.end; time += 250) {
			add("<text class=\"time\" text-anchor=\"middle\" x=\"%d\" y=\"%d\">%d ms</text>", x(time), top + 150, time);
		}
	}

	private void drawLane(String name, int y) {
		add("<text class=\"lane\" x=\"16\" y=\"%d\">%s</text>", y + 5, name);
		add("<line class=\"line\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>", LEFT, y, WIDTH - 16, y);
	}

	private void drawDemand(int x, int y, long number) {
		add("<path class=\"demand\" d=\"M%d %d v-14 M%d %d l4 -6 M%d %d l-4 -6\"/>", x, y + 7, x, y + 7, x, y + 7);
		add("<text class=\"asked\" x=\"%d\" y=\"%d\">+%d</text>", x + 6, y - 3, number);
	}

	private void drawRequest(int from, int to, int y, List<Long> numbers) {
		add("<rect class=\"request\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"24\" rx=\"4\"/>", from, y - 12, to - from);
		add("<text class=\"text\" x=\"%d\" y=\"%d\">page %d</text>", (from + to) / 2, y + 5, numbers.get(0));
	}

	private void drawRecords(int x, int y, List<Long> numbers) {
		String text = (numbers.size() == 1) ? numbers.get(0).toString()
				: "%d–%d".formatted(numbers.get(0), numbers.get(numbers.size() - 1));
		int width = 12 + 8 * text.length();
		add("<rect class=\"record\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"24\" rx=\"12\"/>", x, y - 12, width);
		add("<text class=\"text\" x=\"%d\" y=\"%d\">%s</text>", x + width / 2, y + 5, text);
	}

	private static Map<Long, List<Long>> at(List<StreamEvent> events, Kind kind) {
		Map<Long, List<Long>> numbers = new TreeMap<>();
		for (StreamEvent event : events) {
			if (event.kind() == kind) {
				numbers.computeIfAbsent(event.time(), (time) -> new ArrayList<>()).add(event.number());
			}
		}
		return numbers;
	}

	private static long arrival(Map<Long, List<Long>> pages, long page) {
		return pages.entrySet()
			.stream()
			.filter((arrival) -> arrival.getValue().contains(page))
			.findFirst()
			.orElseThrow()
			.getKey();
	}

	private int x(long time) {
		return Math.toIntExact(LEFT + 8 + time * (WIDTH - LEFT - 80) / this.end);
	}

	@SuppressWarnings("AnnotateFormatMethod")
	private void add(String format, Object... arguments) {
		this.body.append(String.format(Locale.ROOT, format, arguments)).append('\n');
	}

}
