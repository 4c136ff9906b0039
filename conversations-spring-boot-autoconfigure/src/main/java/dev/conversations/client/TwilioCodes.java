package dev.conversations.client;

import java.util.Set;

/**
 * Codes of the errors of Twilio that this library knows. A server can send any number, so
 * that only these may stand in a tag.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors">Twilio's error and warning
 * dictionary</a>
 */
final class TwilioCodes {

	static final Set<Integer> KNOWN = Set.of(20001, 20003, 20004, 20403, 20404, 20429, 20500, 20503, 21481, 50204,
			50206, 50207, 50211, 50303, 50304, 50353, 50386, 50407, 50408, 50409, 50411, 50416, 50425, 50426, 50427,
			50433, 50437, 50438, 50440, 50441, 50442, 50443, 50444, 50451);

	private TwilioCodes() {
	}

	static boolean isKnown(int code) {
		return KNOWN.contains(code);
	}

}
