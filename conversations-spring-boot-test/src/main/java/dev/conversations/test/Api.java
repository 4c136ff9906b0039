package dev.conversations.test;

import org.jspecify.annotations.Nullable;

/**
 * Answers requests as Twilio does.
 */
final class Api {

	private Api() {
	}

	static Answer answer(@Nullable Account account, ReceivedRequest request) {
		try {
			Account known = requireAccess(account);
			Route route = Route.of(request.path());
			Operation operation = Operation.of(route.resource(), request.method());
			checkWebhookEnabled(request.header("X-Twilio-Webhook-Enabled"));
			return known.store().atomically((now) -> operation.perform(new Call(known, route, request, now)));
		}
		catch (RefusedException ex) {
			return Answer.of(ex.refusal());
		}
		catch (UnknownResourceException ex) {
			return Answer.of(Refusal.notFound(Route.unversioned(request.path())));
		}
	}

	private static void checkWebhookEnabled(@Nullable String header) {
		Refusal.invalidParameter("Invalid X-Twilio-Webhook-Enabled")
			.unless(header == null || header.equals("true") || header.equals("false"));
	}

	private static Account requireAccess(@Nullable Account account) {
		if (account == null) {
			throw Refusal.AUTHENTICATE.exception();
		}
		Refusal.SUSPENDED.when(account.isSuspended());
		return account;
	}

}
