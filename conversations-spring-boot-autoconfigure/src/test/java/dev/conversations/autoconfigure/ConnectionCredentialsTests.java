package dev.conversations.autoconfigure;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import dev.conversations.client.BasicCredentials;
import dev.conversations.client.OAuthCredentials;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.TwilioConnectionException;
import dev.conversations.client.TwilioCredentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * How the credentials of a connection are asked for, which may come from a store that
 * blocks and rotates them.
 */
class ConnectionCredentialsTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final String CONVERSATION = "CH" + "0".repeat(32);

	private final LoopbackServer server = LoopbackServer.start();

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(ConversationsAutoConfiguration.class, WebClientAutoConfiguration.class));

	@AfterEach
	void stop() {
		this.server.close();
	}

	private static Mono<?> fetch(ParticipantClient client) {
		return client.fetch(CONVERSATION, "ada");
	}

	@Test
	void simpleGettersAreCalledWhereBlockingIsAllowed() {
		BlockingStore store = new BlockingStore(this.server.url());
		this.runner.withBean(ConversationsConnectionDetails.class, () -> store).run((context) -> {
			ParticipantClient client = context.getBean(ParticipantClient.class);
			assertThat(store.threads).isEmpty();
			StepVerifier.create(Mono.defer(() -> fetch(client)).subscribeOn(Schedulers.parallel()).then(fetch(client)))
				.expectNextCount(1)
				.expectComplete()
				.verify(LIMIT);
			assertThat(store.threads).hasSize(4).allMatch((thread) -> thread.startsWith("boundedElastic"));
		});
	}

	@Test
	void userNameAndPasswordComeFromOneCall() {
		RotatingStore store = new RotatingStore(this.server.url());
		this.runner.withBean(ConversationsConnectionDetails.class, () -> store).run((context) -> {
			ParticipantClient client = context.getBean(ParticipantClient.class);
			Flux.range(0, 50).flatMap((i) -> fetch(client), 8).blockLast(LIMIT);
		});
		assertThat(store.calls).hasValue(50);
		assertThat(this.server.received()).extracting(LoopbackServer.Received::authorization)
			.doesNotHaveDuplicates()
			.allMatch((header) -> header.equals(RotatingStore.header(header)));
	}

	@Test
	void credentialsOfThePropertiesAreFixed() {
		this.runner
			.withPropertyValues("twilio.account-sid=" + Sids.AC1, "twilio.auth-token=t1",
					"twilio.conversations.base-url=" + this.server.url())
			.run((context) -> {
				ConversationsConnectionDetails details = context.getBean(ConversationsConnectionDetails.class);
				Thread[] thread = new Thread[1];
				details.getCredentials().subscribe((credentials) -> thread[0] = Thread.currentThread());
				assertThat(thread[0]).isSameAs(Thread.currentThread());
				assertThat(details.getCredentials().block(LIMIT))
					.isEqualTo(new BasicCredentials(Sids.AC1, "t1", Sids.AC1));
				assertThat(details.getUsername()).isEqualTo(Sids.AC1);
				assertThat(details.getPassword()).isEqualTo("t1");
			});
	}

	@Test
	void storeThatFailsIsAnErrorOfTheRequestAndNotOfTheStart() {
		ConversationsConnectionDetails broken = details(this.server.url(),
				Mono.error(new IllegalStateException("secret-4711")));
		this.runner.withBean(ConversationsConnectionDetails.class, () -> broken).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThatExceptionOfType(TwilioConnectionException.class)
				.isThrownBy(() -> fetch(context.getBean(ParticipantClient.class)).block(LIMIT))
				.withMessageNotContaining("4711");
			assertThat(this.server.received()).isEmpty();
		});
	}

	@Test
	void clientSecretIsNotSentUnencryptedToAServerThatIsNotLocal() {
		OAuthCredentials insecure = new OAuthCredentials("OQ1", "s", URI.create("http://host.invalid/token"), null);
		this.runner
			.withBean(ConversationsConnectionDetails.class, () -> details(this.server.url(), Mono.just(insecure)))
			.run((context) -> assertThatException()
				.isThrownBy(() -> fetch(context.getBean(ParticipantClient.class)).block(LIMIT))
				.isInstanceOf(TwilioConnectionException.class)
				.withMessageEndingWith("TwilioConfigurationException"));
	}

	private static ConversationsConnectionDetails details(String url, Mono<TwilioCredentials> credentials) {
		return new ConversationsConnectionDetails() {

			@Override
			public URI getBaseUrl() {
				return URI.create(url);
			}

			@Override
			public String getAccountSid() {
				return Sids.AC1;
			}

			@Override
			public Mono<TwilioCredentials> getCredentials() {
				return credentials;
			}

		};
	}

	/**
	 * Store that blocks each caller for a moment.
	 */
	static class BlockingStore implements ConversationsConnectionDetails {

		private final List<String> threads = new CopyOnWriteArrayList<>();

		private final String url;

		BlockingStore(String url) {
			this.url = url;
		}

		@Override
		public URI getBaseUrl() {
			return URI.create(this.url);
		}

		@Override
		public String getAccountSid() {
			return Sids.AC1;
		}

		@Override
		public String getUsername() {
			return read(Sids.AC1);
		}

		@Override
		public String getPassword() {
			return read("t1");
		}

		private String read(String value) {
			this.threads.add(Thread.currentThread().getName());
			return Mono.delay(Duration.ofMillis(1)).thenReturn(value).block(LIMIT);
		}

	}

	/**
	 * Store whose key and secret change together with each call.
	 */
	static class RotatingStore implements ConversationsConnectionDetails {

		private final AtomicInteger calls = new AtomicInteger();

		private final String url;

		RotatingStore(String url) {
			this.url = url;
		}

		static String header(String header) {
			String text = new String(Base64.getDecoder().decode(header.substring("Basic ".length())),
					StandardCharsets.US_ASCII);
			String number = text.substring("SK".length(), text.indexOf(':'));
			return LoopbackServer.basic("SK" + number + ":secret" + number);
		}

		@Override
		public URI getBaseUrl() {
			return URI.create(this.url);
		}

		@Override
		public String getAccountSid() {
			return Sids.AC1;
		}

		@Override
		public Mono<TwilioCredentials> getCredentials() {
			return Mono.fromSupplier(() -> {
				int number = this.calls.incrementAndGet();
				return new BasicCredentials("SK" + number, "secret" + number, Sids.AC1);
			}).delayElement(Duration.ofMillis(1)).cast(TwilioCredentials.class);
		}

	}

}
