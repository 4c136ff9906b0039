package dev.conversations.client;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import reactor.core.publisher.Mono;

/**
 * Scenarios of the shared access token.
 */
public final class AccessTokensStress {

	private static final OAuthCredentials CREDENTIALS = new OAuthCredentials("id", "secret",
			URI.create("http://localhost"), null);

	private AccessTokensStress() {
	}

	private static AccessTokens tokens(AtomicInteger issued) {
		return new AccessTokens(CREDENTIALS, (credentials) -> Mono
			.fromSupplier(() -> AccessToken.issued(Integer.toString(issued.incrementAndGet()), null, 0)));
	}

	private static int number(AccessToken token) {
		return Integer.parseInt(token.value());
	}

	/**
	 * Two requests need the first token.
	 */
	@JCStressTest
	@Outcome(id = "1, 1, 1", expect = Expect.ACCEPTABLE, desc = "both get the one token")
	@Outcome(expect = Expect.FORBIDDEN, desc = "a token was issued twice or lost")
	@State
	public static class FirstToken {

		private final AtomicInteger issued = new AtomicInteger();

		private final AccessTokens tokens = tokens(this.issued);

		@Actor
		public void first(III_Result result) {
			this.tokens.get().subscribe((token) -> result.r1 = number(token));
		}

		@Actor
		public void second(III_Result result) {
			this.tokens.get().subscribe((token) -> result.r2 = number(token));
		}

		@Arbiter
		public void end(III_Result result) {
			result.r3 = this.issued.get();
		}

	}

	/**
	 * Two requests were refused with the same token.
	 */
	@JCStressTest
	@Outcome(id = "2, 2, 2", expect = Expect.ACCEPTABLE, desc = "both get the one new token")
	@Outcome(expect = Expect.FORBIDDEN, desc = "the token was renewed twice or not at all")
	@State
	public static class RefusedToken {

		private final AtomicInteger issued = new AtomicInteger();

		private final AccessTokens tokens = tokens(this.issued);

		private AccessToken refused;

		public RefusedToken() {
			this.tokens.get().subscribe((token) -> this.refused = token);
		}

		@Actor
		public void first(III_Result result) {
			this.tokens.getInsteadOf(this.refused).subscribe((token) -> result.r1 = number(token));
		}

		@Actor
		public void second(III_Result result) {
			this.tokens.getInsteadOf(this.refused).subscribe((token) -> result.r2 = number(token));
		}

		@Arbiter
		public void end(III_Result result) {
			result.r3 = this.issued.get();
		}

	}

}
