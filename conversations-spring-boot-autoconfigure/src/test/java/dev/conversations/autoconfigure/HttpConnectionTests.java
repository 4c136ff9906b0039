package dev.conversations.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.conversations.client.ParticipantClient;
import dev.conversations.client.TwilioApiException;
import dev.conversations.client.TwilioConnectionException;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * How the client connects: SSL bundles, proxies, customizers, and what it inherits from
 * {@code spring.http.clients}.
 */
class HttpConnectionTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final String HTTP = "twilio.conversations.http.";

	static final X509Bundle AUTHORITY = issue("CN=authority", null);

	private static final X509Bundle SERVER = issue("CN=server", AUTHORITY);

	private static final X509Bundle CLIENT = issue("CN=client", AUTHORITY);

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ConversationsAutoConfiguration.class, WebClientAutoConfiguration.class,
				ReactiveHttpClientAutoConfiguration.class, HttpClientAutoConfiguration.class,
				SslAutoConfiguration.class))
		.withPropertyValues("twilio.account-sid=" + Sids.AC1, "twilio.auth-token=secret-4711",
				"spring.ssl.bundle.pem.trusting.truststore.certificate=" + AUTHORITY.getCertificatePEM(),
				"spring.ssl.bundle.pem.mutual.truststore.certificate=" + AUTHORITY.getCertificatePEM(),
				"spring.ssl.bundle.pem.mutual.keystore.certificate=" + CLIENT.getCertificatePathPEM(),
				"spring.ssl.bundle.pem.mutual.keystore.private-key=" + CLIENT.getPrivateKeyPEM());

	private static X509Bundle issue(String subject, X509Bundle authority) {
		CertificateBuilder certificate = new CertificateBuilder().ecp256().subject(subject);
		try {
			return (authority != null) ? certificate.addSanIpAddress("127.0.0.1").buildIssuedBy(authority)
					: certificate.setIsCertificateAuthority(true).buildSelfSigned();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	static LoopbackServer tlsServer(ClientAuth clientAuth) throws Exception {
		SslContext context = SslContextBuilder.forServer(SERVER.toKeyManagerFactory())
			.trustManager(AUTHORITY.toTrustManagerFactory())
			.clientAuth(clientAuth)
			.build();
		return LoopbackServer.start((server) -> server.secure((ssl) -> ssl.sslContext(context)));
	}

	private ApplicationContextRunner connected(String scheme, LoopbackServer server, String... properties) {
		return this.runner
			.withPropertyValues("twilio.conversations.base-url=" + scheme + "://127.0.0.1:" + server.port())
			.withPropertyValues(properties);
	}

	private static void fetch(ApplicationContext context) {
		context.getBean(ParticipantClient.class).fetch("CH" + "0".repeat(32), "ada").block(LIMIT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk" })
	void bundleWhenItHasTheAuthorityIsTrusted(String connector) throws Exception {
		try (LoopbackServer server = tlsServer(ClientAuth.NONE)) {
			connected("https", server, HTTP + "ssl-bundle=trusting",
					"spring.http.clients.reactive.connector=" + connector)
				.run(HttpConnectionTests::fetch);
			assertThat(server.received()).hasSize(1);
		}
	}

	@Test
	void authorityWhenThereIsNoBundleIsNotTrusted() throws Exception {
		try (LoopbackServer server = tlsServer(ClientAuth.NONE)) {
			connected("https", server).run((context) -> assertThatExceptionOfType(TwilioConnectionException.class)
				.isThrownBy(() -> fetch(context)));
			assertThat(server.received()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk" })
	void certificateOfTheBundleIsPresented(String connector) throws Exception {
		try (LoopbackServer server = tlsServer(ClientAuth.REQUIRE)) {
			connected("https", server, HTTP + "ssl-bundle=mutual",
					"spring.http.clients.reactive.connector=" + connector)
				.run(HttpConnectionTests::fetch);
			assertThat(server.received()).hasSize(1);
			connected("https", server, HTTP + "ssl-bundle=trusting")
				.run((context) -> assertThatExceptionOfType(TwilioConnectionException.class)
					.isThrownBy(() -> fetch(context)));
			assertThat(server.received()).hasSize(1);
		}
	}

	@Test
	void bundleOfSpringsClientsIsInheritedAndOfANamedClientItsOwn() throws Exception {
		try (LoopbackServer server = tlsServer(ClientAuth.REQUIRE)) {
			connected("https", server, "spring.http.clients.ssl.bundle=mutual",
					"twilio.conversations.clients.support.http.ssl-bundle=trusting")
				.run((context) -> {
					fetch(context);
					assertThatExceptionOfType(TwilioConnectionException.class)
						.isThrownBy(() -> context.getBean("support", ParticipantClient.class)
							.fetch("CH" + "0".repeat(32), "ada")
							.block(LIMIT));
				});
		}
	}

	@Test
	void bundleWhenItDoesNotExistNamesTheProperty() {
		this.runner.withPropertyValues(HTTP + "ssl-bundle=hidden")
			.run((context) -> assertThatExceptionOfType(BeanCreationException.class).isThrownBy(() -> fetch(context))
				.havingRootCause()
				.isInstanceOf(TwilioConfigurationException.class)
				.withMessage("The property '" + HTTP + "ssl-bundle' names an SSL bundle that does not exist."));
	}

	@ParameterizedTest
	@CsvSource({ "http,reactor", "https,reactor", "https,jdk" })
	void proxyTunnelsRequests(String scheme, String connector) throws Exception {
		try (ForwardProxy proxy = ForwardProxy.open();
				LoopbackServer server = scheme.equals("http") ? LoopbackServer.start() : tlsServer(ClientAuth.NONE)) {
			connected(scheme, server, HTTP + "ssl-bundle=trusting", HTTP + "proxy.host=127.0.0.1",
					HTTP + "proxy.port=" + proxy.port(), "spring.http.clients.reactive.connector=" + connector)
				.run(HttpConnectionTests::fetch);
			assertThat(proxy.tunnels()).containsExactly("127.0.0.1:" + server.port());
			assertThat(server.received()).hasSize(1);
		}
	}

	@Test
	void proxyIsGivenItsCredentialsAndTheServerIsNot() throws Exception {
		try (ForwardProxy proxy = ForwardProxy.authenticating("user:secret-4712");
				LoopbackServer server = tlsServer(ClientAuth.NONE)) {
			connected("https", server, HTTP + "ssl-bundle=trusting", HTTP + "proxy.host=127.0.0.1",
					HTTP + "proxy.port=" + proxy.port(), HTTP + "proxy.username=user",
					HTTP + "proxy.password=secret-4712")
				.run(HttpConnectionTests::fetch);
			assertThat(proxy.tunnels()).hasSize(1);
			assertThat(server.last().authorization()).isEqualTo(LoopbackServer.basic(Sids.AC1 + ":secret-4711"));
			assertThat(server.last().headers().contains("Proxy-Authorization")).isFalse();
		}
	}

	@Test
	void proxyWhenItRefusesIsAFailureWithoutSecrets() throws Exception {
		try (ForwardProxy proxy = ForwardProxy.authenticating("user:other");
				LoopbackServer server = LoopbackServer.start()) {
			connected("http", server, HTTP + "proxy.host=127.0.0.1", HTTP + "proxy.port=" + proxy.port(),
					HTTP + "proxy.username=user", HTTP + "proxy.password=secret-4712")
				.run((context) -> assertThatExceptionOfType(TwilioConnectionException.class)
					.isThrownBy(() -> fetch(context))
					.satisfies((ex) -> assertThat(ex).asString().doesNotContain("secret")));
			assertThat(server.received()).isEmpty();
		}
	}

	@Test
	void customizersTakeEffectAndOursComesLast() {
		try (LoopbackServer server = LoopbackServer.start()) {
			connected("http", server).withUserConfiguration(Customizers.class).run((context) -> {
				fetch(context);
				assertThat(context.getBean(Customizers.class).called).endsWith("ours").contains("connector", "web");
				assertThat(server.last().headers().get("X-From")).isEqualTo("ours");
				assertThat(server.last().headers().get("User-Agent")).isEqualTo("connector");
			});
		}
	}

	@Test
	void builderOfTheApplicationStaysAsItIs() {
		WebClient.Builder builder = WebClient.builder();
		try (LoopbackServer server = LoopbackServer.start()) {
			connected("http", server).withBean(WebClient.Builder.class, () -> builder)
				.withUserConfiguration(Customizers.class)
				.run((context) -> {
					fetch(context);
					assertThat(server.last().headers().get("X-From")).isEqualTo("ours");
					builder.build().get().uri(server.url()).retrieve().toBodilessEntity().block(LIMIT);
					assertThat(server.last().headers().get("X-From")).isNull();
				});
		}
	}

	@Test
	void settingsOfSpringsClientsAreInheritedWhereOursAreSilent() {
		HttpClientSettings[] used = new HttpClientSettings[1];
		ClientHttpConnectorBuilder<?> builder = (settings) -> {
			used[0] = settings;
			return ClientHttpConnectorBuilder.reactor().build(settings);
		};
		ApplicationContextRunner inheriting = this.runner
			.withBean("builder", ClientHttpConnectorBuilder.class, () -> builder)
			.withPropertyValues("spring.http.clients.connect-timeout=7s", "spring.http.clients.read-timeout=8s",
					"spring.http.clients.redirects=follow");
		inheriting.run((context) -> context.getBean(ParticipantClient.class));
		assertThat(used[0].connectTimeout()).hasSeconds(7);
		assertThat(used[0].readTimeout()).hasSeconds(8);
		assertThat(used[0].redirects()).isEqualTo(HttpRedirects.DONT_FOLLOW);
		inheriting.withPropertyValues(HTTP + "connect-timeout=1s", HTTP + "response-timeout=2s")
			.run((context) -> context.getBean(ParticipantClient.class));
		assertThat(used[0].connectTimeout()).hasSeconds(1);
		assertThat(used[0].readTimeout()).hasSeconds(2);
	}

	@Test
	void proxyWhenTheConnectorCannotHaveOneIsAFailure() {
		ClientHttpConnectorBuilder<?> builder = (settings) -> ClientHttpConnectorBuilder.reactor().build(settings);
		this.runner.withBean("builder", ClientHttpConnectorBuilder.class, () -> builder)
			.withPropertyValues(HTTP + "proxy.host=localhost", HTTP + "proxy.port=1")
			.run((context) -> assertThatExceptionOfType(BeanCreationException.class).isThrownBy(() -> fetch(context))
				.havingRootCause()
				.withMessageContaining("'" + HTTP + "proxy.host' has no effect"));
	}

	@Test
	void redirectsAreNeverFollowed() {
		try (LoopbackServer server = LoopbackServer.start()) {
			DisposableServer redirecting = HttpServer.create()
				.host("127.0.0.1")
				.handle((request, response) -> response.sendRedirect(server.url()))
				.bindNow();
			this.runner
				.withPropertyValues("twilio.conversations.base-url=http://127.0.0.1:" + redirecting.port(),
						"spring.http.clients.redirects=follow")
				.run((context) -> assertThatExceptionOfType(TwilioApiException.class).isThrownBy(() -> fetch(context)));
			redirecting.disposeNow();
			assertThat(server.received()).isEmpty();
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Customizers {

		private final List<String> called = new CopyOnWriteArrayList<>();

		@Bean
		ClientHttpConnectorBuilderCustomizer<ReactorClientHttpConnectorBuilder> connectorCustomizer() {
			return (builder) -> builder.withHttpClientCustomizer((client) -> {
				this.called.add("connector");
				return client.headers((headers) -> headers.set("User-Agent", "connector"));
			});
		}

		@Bean
		WebClientCustomizer webClientCustomizer() {
			return (builder) -> {
				this.called.add("web");
				builder.defaultHeader("X-From", "web");
			};
		}

		@Bean
		ConversationsWebClientCustomizer ours() {
			return (builder) -> {
				this.called.add("ours");
				builder.defaultHeader("X-From", "ours");
			};
		}

	}

}
