package dev.conversations.client;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.springframework.web.util.UriUtils;

/**
 * Parameter of a query that narrows a list down. It is sent with the first page, must
 * stand in every next link, and never stands in a cursor.
 *
 * @param name the name of the parameter
 * @param value its value, which may be personal data
 */
record ListFilter(String name, String value) {

	static final String IDENTITY = "Identity";

	static final String ADDRESS = "Address";

	static final String STATE = "State";

	static final String START_DATE = "StartDate";

	static final String END_DATE = "EndDate";

	/**
	 * The names of all filters, also with characters around them that a server on the way
	 * may drop.
	 */
	private static final Pattern NAMES = Pattern
		.compile("(?i)identity|address|(?<![a-z])(?:state|startdate|enddate)(?![a-z])");

	static ListFilter of(ParticipantIdentifier participant) {
		String name = (participant instanceof ParticipantIdentifier.Identity) ? IDENTITY : ADDRESS;
		return new ListFilter(name, participant.value());
	}

	/**
	 * Tells whether a parameter may be a filter of any list, in whatever spelling a
	 * server on the way may understand.
	 * @param name the name of the parameter, without percent-encoding
	 */
	static boolean isName(String name) {
		return NAMES.matcher(name).find();
	}

	/**
	 * Returns the parameter as it is sent.
	 */
	String parameter() {
		return this.name + "=" + ResourcePath.encode(this.value);
	}

	/**
	 * Tells whether a parameter of a link is this one.
	 * @param name the name of the parameter, without percent-encoding
	 * @param rawValue the value, in which a space may be a plus sign
	 */
	boolean matches(String name, String rawValue) {
		return name.equalsIgnoreCase(this.name)
				&& (decode(rawValue).equals(this.value) || decode(rawValue.replace('+', ' ')).equals(this.value));
	}

	private static String decode(String text) {
		return UriUtils.decode(text, StandardCharsets.UTF_8);
	}

	/**
	 * Without the value, which may be personal data.
	 */
	@Override
	public String toString() {
		return this.name;
	}

}
