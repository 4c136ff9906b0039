package dev.conversations.docs.pictures;

/**
 * Something that has happened in a stream.
 *
 * @param time milliseconds since the stream was subscribed to
 * @param kind what has happened
 * @param number how many records were asked for, or the ordinal of the page or record
 */
record StreamEvent(long time, Kind kind, long number) {

	enum Kind {

		/**
		 * The reader has asked for records.
		 */
		DEMAND,

		/**
		 * A page was requested.
		 */
		REQUEST,

		/**
		 * A page has come in.
		 */
		PAGE,

		/**
		 * A record was delivered.
		 */
		RECORD

	}

}
