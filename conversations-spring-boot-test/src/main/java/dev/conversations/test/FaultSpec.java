package dev.conversations.test;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A fault that is described by text, on the command line or at the control endpoint.
 *
 * @param values the values by key
 */
record FaultSpec(Map<String, String> values) {

	private static final Set<String> KEYS = new TreeSet<>(Set.of("kind", "status", "code", "message", "times", "delay",
			"method", "path", "account", "after_processing", "retry_after"));

	private static final int CODE_BASE = 20_000;

	private static final int MAXIMUM = 999_999_999;

	private static final Duration LONGEST_DELAY = Duration.ofHours(1);

	private static final String DELAY_RULE = "must be a duration such as PT0.5S, of at most an hour";

	FaultSpec {
		for (String key : values.keySet()) {
			if (!KEYS.contains(key)) {
				throw new UsageException(key + ": is not one of " + String.join(", ", KEYS));
			}
		}
	}

	/**
	 * Reads a fault of the command line.
	 * @param text keys and values, such as {@code status=503,times=2}
	 * @return the fault
	 */
	static FaultSpec parse(String text) {
		Map<String, String> values = new LinkedHashMap<>();
		for (String pair : text.split(",", -1)) {
			int equals = pair.indexOf('=');
			require(equals > 0, "fault", "must have the form key=value,key=value");
			values.put(pair.substring(0, equals), pair.substring(equals + 1));
		}
		return new FaultSpec(values);
	}

	/**
	 * Reads a fault of the control endpoint.
	 * @param json an object of texts, numbers and truth values
	 * @return the fault
	 */
	static FaultSpec of(SeedNode json) {
		Map<String, String> values = new LinkedHashMap<>();
		for (Map.Entry<String, JsonNode> member : json.json().properties()) {
			require(member.getValue().isValueNode(), member.getKey(), "must be text or a number");
			values.put(member.getKey(), member.getValue().asString());
		}
		return new FaultSpec(values);
	}

	/**
	 * Adds the fault to a simulator.
	 * @param simulator the simulator
	 * @throws UsageException if a value is bad, in which case nothing is added
	 */
	void addTo(ConversationsSimulator simulator) {
		SimulatedFault fault = simulator.when(this::matches);
		number("times", 1, MAXIMUM).ifPresent(fault::times);
		number("retry_after", 0, MAXIMUM).ifPresent((seconds) -> fault.header("Retry-After", String.valueOf(seconds)));
		String delay = this.values.get("delay");
		if (delay != null) {
			fault.delay(duration("delay", delay));
		}
		if (Boolean.parseBoolean(this.values.get("after_processing"))) {
			fault.afterProcessing();
		}
		finish(fault);
	}

	private void finish(SimulatedFault fault) {
		String kind = this.values.getOrDefault("kind", "error");
		switch (kind) {
			case "error" -> error(fault);
			case "delay" -> fault.proceed();
			case "hang" -> fault.hang();
			case "reset" -> fault.reset();
			case "reset_in_body" -> fault.resetInBody();
			case "truncate_body" -> fault.truncateBody();
			case "garble_body" -> fault.garbleBody();
			case "empty_page" -> fault.emptyPage();
			default -> throw new UsageException("kind: is not one of error, delay, hang, reset, reset_in_body, "
					+ "truncate_body, garble_body and empty_page");
		}
	}

	private void error(SimulatedFault fault) {
		int status = number("status", 400, 599).orElseThrow(() -> new UsageException("status: is missing"));
		int code = number("code", CODE_BASE, 99_999).orElse(CODE_BASE + status);
		fault.error(status, code, this.values.getOrDefault("message", "Simulated fault"));
	}

	private boolean matches(RecordedRequest request) {
		return matches("method", request.method()) && matches("path", request.pathTemplate())
				&& matches("account", request.accountSid());
	}

	private boolean matches(String key, @Nullable String actual) {
		String expected = this.values.get(key);
		return expected == null || expected.equals(actual);
	}

	private OptionalInt number(String key, int minimum, int maximum) {
		String text = this.values.get(key);
		if (text == null) {
			return OptionalInt.empty();
		}
		String rule = "must be a number from %d to %d".formatted(minimum, maximum);
		require(text.matches("[0-9]{1,9}"), key, rule);
		int number = Integer.parseInt(text);
		require(number >= minimum && number <= maximum, key, rule);
		return OptionalInt.of(number);
	}

	static Duration duration(String key, String text) {
		try {
			Duration duration = Duration.parse(text);
			require(!duration.isNegative() && duration.compareTo(LONGEST_DELAY) <= 0, key, DELAY_RULE);
			return duration;
		}
		catch (DateTimeParseException ex) {
			throw new UsageException(key + ": " + DELAY_RULE);
		}
	}

	private static void require(boolean condition, String key, String rule) {
		if (!condition) {
			throw new UsageException(key + ": " + rule);
		}
	}

	@Override
	public String toString() {
		return "FaultSpec";
	}

}
