package dev.conversations.sample;

import org.springframework.http.HttpStatus;
import org.springframework.util.Assert;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes note of how much of a stream its reader has read. A stream that has ended in the
 * meantime needs no note.
 */
@RestController
class OpenStreamsController {

	private final OpenStreams streams;

	OpenStreamsController(OpenStreams streams) {
		this.streams = streams;
	}

	@PutMapping("/api/streams/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void read(@PathVariable String id, @RequestBody Mark mark) {
		Assert.isTrue(mark.read() >= 0, "'read' must not be negative");
		OpenStream stream = this.streams.find(id);
		if (stream != null) {
			stream.read(mark.read());
		}
	}

	/**
	 * Progress of a reader.
	 *
	 * @param read the number of records since the start of the stream
	 */
	record Mark(long read) {

	}

}
