package dev.conversations.client;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides what is personal by its place or form: names in a path, queries and phone
 * numbers.
 */
final class PersonalPatterns {

	private static final String COLLECTION = "(?i:participants|conversations|users|services|participantconversations"
			+ "|conversationwithparticipants|messages|roles)";

	/**
	 * The words that Twilio ends a sentence with. A name may hold blanks and quotes, so
	 * that nothing else tells where it ends.
	 */
	private static final Pattern END = Pattern
		.compile("[\"')]?(?: (?:was|is|could|does) not (?:be )?(?:found|exist|valid)| not found| already exists"
				+ "| is invalid)?[.!]?\\s*+\\z");

	private static final Pattern SEGMENT = Pattern.compile("/(?:[A-Z][A-Za-z]*+|" + COLLECTION + ")/");

	private static final Pattern NEXT_COLLECTION = Pattern.compile("/" + COLLECTION + "(?=/|" + END.pattern() + ")");

	private static final Pattern SID_SEGMENT = Pattern.compile(Sid.EXPRESSION + "(?![^/?#&\\s\"',.:;)])");

	private static final Pattern QUERY = Pattern.compile("\\?(\\S++)");

	private static final Pattern PHONE_NUMBER = Pattern
		.compile("(?<![0-9A-Za-z])\\+?[0-9]{7,15}(?![0-9A-Za-z])|\\+[0-9](?:[ ().\\-/\u00a0]{0,3}+[0-9]){6,14}"
				+ "|\\([0-9]{3}\\)[ .\\-\u00a0]{0,2}+[0-9]{3}[ .\\-\u00a0]?+[0-9]{4}");

	private final MappedText spelling;

	private final HiddenRanges hidden;

	private final int end;

	private PersonalPatterns(MappedText spelling, HiddenRanges hidden, boolean cut) {
		this.spelling = spelling;
		this.hidden = hidden;
		Matcher matcher = END.matcher(spelling.text());
		this.end = (!cut && matcher.find()) ? matcher.start() : spelling.length();
	}

	/**
	 * Hides what is found in a spelling of a message.
	 * @param cut whether the message goes on behind the spelling
	 */
	static void hide(MappedText spelling, HiddenRanges hidden, boolean cut) {
		PersonalPatterns patterns = new PersonalPatterns(spelling, hidden, cut);
		patterns.hideSegments();
		patterns.hideQueries();
		patterns.hidePhoneNumbers();
	}

	/**
	 * Hides each segment behind the name of a collection, unless it is a SID. It ends
	 * where the next collection or the end of the sentence begins.
	 */
	private void hideSegments() {
		Matcher segment = SEGMENT.matcher(this.spelling.text());
		Matcher sid = SID_SEGMENT.matcher(this.spelling.text());
		Matcher next = NEXT_COLLECTION.matcher(this.spelling.text());
		int index = 0;
		while (segment.find(index)) {
			sid.region(segment.end(), this.spelling.length()).useTransparentBounds(true);
			if (sid.lookingAt()) {
				index = sid.end();
			}
			else {
				index = next.find(segment.end()) ? next.start() : this.spelling.length();
				hideUpTo(segment.end(), index);
			}
		}
	}

	/**
	 * Hides each query. The blank behind a parameter may belong to its value.
	 */
	private void hideQueries() {
		Matcher query = QUERY.matcher(this.spelling.text());
		while (query.find()) {
			boolean parameters = query.group(1).indexOf('=') != -1;
			hideUpTo(query.start(), parameters ? this.spelling.length() : query.end());
		}
	}

	private void hideUpTo(int start, int end) {
		this.hidden.hide(this.spelling, start, (start < this.end) ? Math.min(end, this.end) : end);
	}

	private void hidePhoneNumbers() {
		Matcher number = PHONE_NUMBER.matcher(this.spelling.text());
		while (number.find()) {
			this.hidden.hide(this.spelling, number.start(), number.end());
		}
	}

}
