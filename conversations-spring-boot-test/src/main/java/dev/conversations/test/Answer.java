package dev.conversations.test;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An answer to a request.
 *
 * @param status the HTTP status
 * @param body the members of the JSON body, or {@code null} without one
 */
record Answer(int status, @Nullable Map<String, @Nullable Object> body) {

	static Answer of(ApiError error) {
		return new Answer(error.status(), error.body());
	}

	@Override
	public String toString() {
		return "Answer " + this.status;
	}

}
