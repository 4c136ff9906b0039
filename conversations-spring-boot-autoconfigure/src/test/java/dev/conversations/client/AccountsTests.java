package dev.conversations.client;

import java.lang.management.ManagementFactory;
import java.time.Duration;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Accounts are remembered as long as they are in use, are forgotten afterwards, and are
 * small.
 */
@Isolated("Virtual time is there for the whole JVM")
class AccountsTests {

	private static final Duration MORE_THAN_IDLE = Duration.ofMinutes(61);

	private final VirtualTimeScheduler time = VirtualTime.start();

	private final Accounts accounts = new Accounts(() -> new Account(gate(), new WritePace(1)));

	@AfterEach
	void resumeTheClock() {
		VirtualTimeScheduler.reset();
	}

	private static RequestGate gate() {
		return new RequestGate("client", 2, new Backoff(Duration.ofMillis(100), Duration.ofSeconds(10), () -> 0.5),
				Duration.ofDays(1));
	}

	@Test
	void accountIsTheSameAsLongAsItIsInUse() {
		Account account = this.accounts.get("AC1");
		for (int i = 0; i < 10; i++) {
			this.time.advanceTimeBy(Duration.ofMinutes(50));
			assertThat(this.accounts.get("AC1")).isSameAs(account);
		}
		assertThat(this.accounts.get("AC2")).isNotSameAs(account);
	}

	@Test
	void idleAccountIsForgotten() {
		this.accounts.get("AC1");
		this.time.advanceTimeBy(MORE_THAN_IDLE);
		this.accounts.get("AC2");
		assertThat(this.accounts.size()).isEqualTo(1);
	}

	@Test
	void accountWithARequestUnderWayIsKept() {
		Account account = this.accounts.get("AC1");
		Disposable request = TestClients.admit(account.gate(), Mono.never()).subscribe();
		this.time.advanceTimeBy(MORE_THAN_IDLE);
		this.accounts.get("AC2");
		assertThat(this.accounts.get("AC1")).isSameAs(account);
		request.dispose();
	}

	@Test
	void accountWhoseGateIsClosedIsKept() {
		Account account = this.accounts.get("AC1");
		TestClients.admit(account.gate(), Mono.error(TestClients.answered(429, "7200"))).subscribe((value) -> {
		}, (failure) -> {
		});
		this.time.advanceTimeBy(MORE_THAN_IDLE);
		this.accounts.get("AC2");
		assertThat(this.accounts.get("AC1")).isSameAs(account);
	}

	@Test
	void accountOfAClosedTransportAdmitsNobody() {
		this.accounts.get("AC1");
		this.accounts.shutDown();
		for (String owner : new String[] { "AC1", "AC2" }) {
			assertThat(TestClients.admit(this.accounts.get(owner).gate(), Mono.just("answer"))
				.onErrorReturn(TwilioConnectionException.class, "closed")
				.block(Duration.ofSeconds(10))).isEqualTo("closed");
		}
	}

	@Test
	void idleAccountTakesLessThanTwoKilobytes() {
		ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long before = thread.getCurrentThreadAllocatedBytes();
		for (int i = 0; i < 10_000; i++) {
			this.accounts.get("AC%032x".formatted(i));
		}
		long bytes = (thread.getCurrentThreadAllocatedBytes() - before) / 10_000;
		assertThat(this.accounts.size()).isEqualTo(10_000);
		assertThat(bytes).as("bytes allocated for an account, its key included").isLessThan(2_000);
	}

}
