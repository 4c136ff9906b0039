package dev.conversations.client;

/**
 * Fields of one JSON object, collected until its record can be made.
 *
 * @param <T> the type of the record
 */
interface RecordFields<T> {

	/**
	 * Keeps the value of a field, or passes over it if the record does not have the
	 * field.
	 * @param name the name as Twilio sends it
	 * @param value the value, which is read at most once
	 */
	void read(String name, FieldReader value);

	/**
	 * Makes the record of what was kept.
	 */
	T toRecord();

}
