package dev.conversations.sample;

import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Sends the meters of the client as events, whenever they have changed.
 */
@RestController
class MetersController {

	private static final Duration PERIOD = Duration.ofMillis(100);

	private final MeterRegistry registry;

	private final OpenStreams streams;

	MetersController(MeterRegistry registry, OpenStreams streams) {
		this.registry = registry;
		this.streams = streams;
	}

	/**
	 * Sends the meters, with the requests of one stream if it is named.
	 */
	@GetMapping(path = "/api/meters", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Flux<MeterReading> read(@RequestParam(required = false) @Nullable String stream) {
		return Flux.interval(Duration.ZERO, PERIOD)
			.onBackpressureDrop()
			.map((tick) -> MeterReading.of(this.registry, (stream != null) ? this.streams.find(stream) : null))
			.distinctUntilChanged();
	}

}
