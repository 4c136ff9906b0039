package dev.conversations.autoconfigure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.conversations.client.AuthenticationFailedException;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.TwilioApiException;
import io.netty.handler.ssl.ClientAuth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The JDK's connector through a forward proxy, with and without credentials.
 */
class JdkProxyTests {

	private static final String PROXY = "twilio.conversations.http.proxy.";

	private static final String TUNNELLING = "-Djdk.http.auth.tunneling.disabledSchemes=";

	private static List<String> properties(String scheme, int port, ForwardProxy proxy, String user) {
		List<String> properties = new ArrayList<>(List.of("twilio.account-sid=" + Sids.AC1,
				"twilio.auth-token=secret-4711", "spring.http.clients.reactive.connector=jdk",
				"twilio.conversations.base-url=" + scheme + "://127.0.0.1:" + port,
				"twilio.conversations.http.ssl-bundle=trusting",
				"spring.ssl.bundle.pem.trusting.truststore.certificate="
						+ HttpConnectionTests.AUTHORITY.getCertificatePEM(),
				PROXY + "host=127.0.0.1", PROXY + "port=" + proxy.port()));
		if (user != null) {
			properties.addAll(List.of(PROXY + "username=" + user, PROXY + "password=secret-4712"));
		}
		return properties;
	}

	private static ApplicationContextRunner runner(List<String> properties) {
		return new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(ConversationsAutoConfiguration.class, WebClientAutoConfiguration.class,
							ReactiveHttpClientAutoConfiguration.class, SslAutoConfiguration.class))
			.withPropertyValues(properties.toArray(String[]::new));
	}

	private static void fetch(ApplicationContext context) {
		context.getBean(ParticipantClient.class).fetch("CH" + "0".repeat(32), "ada").block(Duration.ofSeconds(10));
	}

	private static void verifyAuthorization(LoopbackServer server) {
		assertThat(server.received()).hasSize(1);
		assertThat(server.last().authorization()).isEqualTo(LoopbackServer.basic(Sids.AC1 + ":secret-4711"));
		assertThat(server.last().headers().contains("Proxy-Authorization")).isFalse();
	}

	@Test
	void plainRequestIsForwarded() throws Exception {
		try (ForwardProxy proxy = ForwardProxy.open(); LoopbackServer server = LoopbackServer.start()) {
			runner(properties("http", server.port(), proxy, null)).run(JdkProxyTests::fetch);
			assertThat(proxy.forwarded()).containsExactly("127.0.0.1:" + server.port());
			verifyAuthorization(server);
		}
	}

	@Test
	void plainRequestHasTheCredentialsOfTheProxyBesideThoseOfTwilio() throws Exception {
		try (ForwardProxy proxy = ForwardProxy.authenticating("user:secret-4712");
				LoopbackServer server = LoopbackServer.start()) {
			runner(properties("http", server.port(), proxy, "user")).run(JdkProxyTests::fetch);
			assertThat(proxy.forwarded()).containsExactly("127.0.0.1:" + server.port());
			verifyAuthorization(server);
		}
	}

	@Test
	void credentialsOfTwilioWhenTheyAreRefusedFailAsTheyDoWithoutProxy() throws Exception {
		DisposableServer server = HttpServer.create()
			.host("127.0.0.1")
			.handle((request,
					response) -> response.status(401).header("WWW-Authenticate", "Basic realm=\"Twilio API\"").send())
			.bindNow();
		try (ForwardProxy proxy = ForwardProxy.authenticating("user:secret-4712")) {
			runner(properties("http", server.port(), proxy, "user"))
				.run((context) -> assertThatExceptionOfType(AuthenticationFailedException.class)
					.isThrownBy(() -> fetch(context)));
		}
		server.disposeNow();
	}

	@Test
	void credentialsOfTheProxyWhenTheyAreRefusedAreNotShown() throws Exception {
		try (ForwardProxy proxy = ForwardProxy.authenticating("user:other");
				LoopbackServer server = LoopbackServer.start()) {
			verifyRefusal(properties("http", server.port(), proxy, "user"), server);
		}
	}

	@Test
	void tunnelWhenTheJdkKeepsThePasswordBackIsRefused() throws Exception {
		try (ForwardProxy proxy = ForwardProxy.authenticating("user:secret-4712");
				LoopbackServer server = HttpConnectionTests.tlsServer(ClientAuth.NONE)) {
			verifyRefusal(properties("https", server.port(), proxy, "user"), server);
		}
	}

	private static void verifyRefusal(List<String> properties, LoopbackServer server) {
		runner(properties)
			.run((context) -> assertThatExceptionOfType(TwilioApiException.class).isThrownBy(() -> fetch(context))
				.satisfies((ex) -> assertThat(ex.status()).isEqualTo(407))
				.satisfies((ex) -> assertThat(ex).asString().doesNotContain("secret")));
		assertThat(server.received()).isEmpty();
	}

	@Test
	void tunnelWhenTheJdkMayGiveThePasswordIsOpenedAndTheServerIsNotGivenIt(@TempDir Path directory) throws Exception {
		try (ForwardProxy proxy = ForwardProxy.authenticating("user:secret-4712");
				LoopbackServer server = HttpConnectionTests.tlsServer(ClientAuth.NONE)) {
			fork(properties("https", server.port(), proxy, "user"), directory.resolve("output"));
			assertThat(proxy.tunnels()).containsExactly("127.0.0.1:" + server.port());
			verifyAuthorization(server);
		}
	}

	/**
	 * Runs the application in a JVM of its own, since the JDK reads the system property
	 * only once.
	 */
	private static void fork(List<String> properties, Path output) throws Exception {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), TUNNELLING, "-cp",
						System.getProperty("java.class.path"), Application.class.getName()));
		properties.forEach((property) -> command.add("--" + property));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		try {
			assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
			assertThat(process.exitValue()).as(Files.readString(output)).isZero();
		}
		finally {
			process.destroyForcibly();
		}
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ ConversationsAutoConfiguration.class, WebClientAutoConfiguration.class,
			ReactiveHttpClientAutoConfiguration.class, SslAutoConfiguration.class })
	public static class Application {

		public static void main(String[] args) {
			try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
				.web(WebApplicationType.NONE)
				.run(args)) {
				fetch(context);
			}
		}

	}

}
