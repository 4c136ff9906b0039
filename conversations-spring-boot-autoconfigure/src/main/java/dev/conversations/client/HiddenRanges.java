package dev.conversations.client;

/**
 * Ranges of a message that are hidden. They may overlap.
 */
final class HiddenRanges {

	private static final String MASK = "***";

	/**
	 * Number of ranges that begin at each place, less those that end there.
	 */
	private final int[] changes;

	HiddenRanges(int length) {
		this.changes = new int[length + 1];
	}

	/**
	 * Hides characters of a spelling of the message. The end of a spelling stands for the
	 * end of the message.
	 */
	void hide(MappedText spelling, int start, int end) {
		if (start < end) {
			this.changes[spelling.start(start)]++;
			this.changes[(end < spelling.length()) ? spelling.end(end - 1) : this.changes.length - 1]--;
		}
	}

	/**
	 * Returns a message with a mask in place of each hidden range.
	 * @param end where the part that is shown ends
	 */
	String mask(String message, int end) {
		StringBuilder masked = new StringBuilder();
		int ranges = 0;
		for (int index = 0; index < end; index++) {
			boolean hidden = ranges > 0;
			ranges += this.changes[index];
			if (ranges == 0) {
				masked.append(message.charAt(index));
			}
			else if (!hidden) {
				masked.append(MASK);
			}
		}
		return masked.toString();
	}

}
