package dev.conversations.client;

import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Values that a stream holds: those of the current page that are not delivered yet, and
 * at most one page that is ready to follow. Not thread-safe.
 *
 * @param <R> the type of the values
 */
final class PageBuffer<R> {

	private List<R> current = Collections.emptyList();

	private int index;

	private @Nullable List<R> ready;

	/**
	 * Returns how many values of the current page are left.
	 */
	int held() {
		return this.current.size() - this.index;
	}

	/**
	 * Returns whether a value of the current page was taken, and there are more.
	 */
	boolean isBegun() {
		return this.index > 0;
	}

	boolean isEmpty() {
		return held() == 0 && !hasReady();
	}

	boolean hasReady() {
		return this.ready != null;
	}

	void put(@Nullable List<R> page) {
		this.ready = page;
	}

	/**
	 * Makes the page that is ready the current one.
	 * @return whether there was one
	 */
	boolean moveOn() {
		List<R> next = this.ready;
		if (next == null) {
			return false;
		}
		this.current = next;
		this.index = 0;
		this.ready = null;
		return true;
	}

	/**
	 * Takes the next value. A page whose last value was taken is let go, since the wait
	 * for the next one may be long.
	 */
	R take() {
		R value = this.current.get(this.index++);
		if (held() == 0) {
			letGo();
		}
		return value;
	}

	private void letGo() {
		this.current = Collections.emptyList();
		this.index = 0;
	}

	void clear() {
		letGo();
		this.ready = null;
	}

}
