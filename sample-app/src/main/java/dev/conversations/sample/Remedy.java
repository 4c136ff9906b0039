package dev.conversations.sample;

import java.util.Objects;

import dev.conversations.client.AuthenticationFailedException;
import dev.conversations.client.ConflictException;
import dev.conversations.client.InitializationException;
import dev.conversations.client.NotFoundException;
import dev.conversations.client.PagingException;
import dev.conversations.client.RateLimitedException;
import dev.conversations.client.TwilioConnectionException;
import dev.conversations.client.TwilioException;

/**
 * Explanation of a problem and of its remedy for a person, in a sentence each.
 *
 * @param title what went wrong
 * @param advice what can be done
 */
record Remedy(String title, String advice) {

	private static final Remedy CREDENTIALS = new Remedy("Twilio refused the credentials",
			"Check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN, or TWILIO_API_KEY and TWILIO_API_SECRET, "
					+ "in the environment of the application, and start it again.");

	private static final Remedy UNKNOWN = new Remedy("Twilio does not know it",
			"Check the SID or the name, and whether it belongs to this account and service.");

	private static final Remedy IN_ANOTHER_CONVERSATION = new Remedy("The addresses are in use",
			"Another open conversation holds this pair of addresses: close it, or use another proxy address.");

	private static final Remedy CONFLICT = new Remedy("It is there already",
			"The conversation or its participant exists: use the one that is there.");

	private static final Remedy NAME_TAKEN = new Remedy("The unique name is taken",
			"Choose another name, or use the conversation that has it.");

	private static final Remedy INITIALIZING = new Remedy("The conversation is still being set up",
			"Wait until it is initialised, then try again.");

	private static final Remedy NOT_INITIALIZED = new Remedy("The conversation could not be set up",
			"Twilio has closed it and freed its addresses: it is safe to create it again.");

	private static final Remedy RATE_LIMITED = new Remedy("Twilio asks to slow down",
			"Wait for the time that Twilio asked for, then go on.");

	private static final Remedy CONNECTION = new Remedy("Twilio gave no usable answer",
			"What was received is kept: go on from where it ended.");

	private static final Remedy PAGING = new Remedy("A page cannot be followed",
			"What was received is kept: go on from where it ended, or begin again.");

	private static final Remedy REFUSED = new Remedy("Twilio refused the request",
			"Twilio's code and its page tell what was wrong with it.");

	private static final Remedy BROKEN = new Remedy("Twilio failed",
			"Try again in a moment; Twilio's support asks for the request ID.");

	static Remedy of(TwilioException failure) {
		if (failure instanceof AuthenticationFailedException) {
			return CREDENTIALS;
		}
		if (failure instanceof NotFoundException) {
			return UNKNOWN;
		}
		if (failure instanceof ConflictException conflict) {
			return conflict(conflict);
		}
		if (failure instanceof InitializationException) {
			return NOT_INITIALIZED;
		}
		if (failure instanceof RateLimitedException) {
			return RATE_LIMITED;
		}
		if (failure instanceof TwilioConnectionException) {
			return CONNECTION;
		}
		if (failure instanceof PagingException) {
			return PAGING;
		}
		return failure.isRetryable() ? BROKEN : REFUSED;
	}

	private static Remedy conflict(ConflictException conflict) {
		if (conflict.conversationSid() != null) {
			return IN_ANOTHER_CONVERSATION;
		}
		return switch (Objects.requireNonNullElse(conflict.code(), 0)) {
			case 50353 -> NAME_TAKEN;
			case 50386 -> INITIALIZING;
			default -> CONFLICT;
		};
	}

}
