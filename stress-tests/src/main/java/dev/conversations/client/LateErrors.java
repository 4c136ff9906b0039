package dev.conversations.client;

import java.util.function.Consumer;

import reactor.util.context.Context;

/**
 * Context of a subscriber to whom errors that come after the end are not told, as of
 * those of the client. Reactor would log each of them.
 */
final class LateErrors {

	static final Context IGNORED = Context.of("reactor.onErrorDropped.local", (Consumer<Throwable>) (failure) -> {
	});

	private LateErrors() {
	}

}
