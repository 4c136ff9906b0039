package dev.conversations.client;

/**
 * Number of permits that a gate has. Refusals in a row halve the number; each full round
 * of successes gives one back.
 */
final class PermitLimit {

	private final int max;

	private int current;

	private boolean recovering;

	private int successes;

	PermitLimit(int max) {
		this.max = max;
		this.current = max;
	}

	int current() {
		return this.current;
	}

	/**
	 * Takes a refusal. The first one leaves the number as it is, since the gate was
	 * closed for it.
	 */
	void refused() {
		this.successes = 0;
		if (this.recovering) {
			this.current = Math.max(1, this.current / 2);
		}
		this.recovering = true;
	}

	void succeeded() {
		if (!this.recovering) {
			return;
		}
		this.successes++;
		if (this.successes >= this.current) {
			this.successes = 0;
			this.recovering = this.current < this.max;
			this.current = Math.min(this.current + 1, this.max);
		}
	}

}
