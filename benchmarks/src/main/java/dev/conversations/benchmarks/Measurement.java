package dev.conversations.benchmarks;

/**
 * Figures of reading some records.
 *
 * @param records how many there were
 * @param time elapsed nanoseconds
 * @param totalCpu nanoseconds of CPU of this process
 * @param compilation nanoseconds of CPU of the compilers in it
 * @param serverCpu nanoseconds of CPU of the server
 * @param allocated bytes that were allocated
 */
record Measurement(long records, long time, long totalCpu, long compilation, long serverCpu, long allocated) {

	double recordsPerSecond() {
		return this.records * 1e9 / this.time;
	}

	double seconds() {
		return this.time / 1e9;
	}

	/**
	 * Microseconds of CPU a record, without compilation.
	 */
	double cpu() {
		return (this.totalCpu - this.compilation) / 1e3 / this.records;
	}

	/**
	 * Share of CPU that compilation took.
	 */
	double compilationShare() {
		return (this.totalCpu > 0) ? (double) this.compilation / this.totalCpu : 0;
	}

	/**
	 * Microseconds of the server's CPU a record.
	 */
	double serverMicros() {
		return this.serverCpu / 1e3 / this.records;
	}

	double bytes() {
		return (double) this.allocated / this.records;
	}

}
