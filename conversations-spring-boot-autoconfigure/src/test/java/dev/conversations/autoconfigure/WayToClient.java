package dev.conversations.autoconfigure;

import java.net.URI;

import dev.conversations.client.BasicCredentials;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.TransportSettings;
import dev.conversations.client.TwilioConversations;
import dev.conversations.client.TwilioTransport;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Way in which an application comes by a participant client.
 */
enum WayToClient {

	BEAN {
		@Override
		Owned open(String url) {
			return bean(url, "participantClient", Application.class);
		}
	},

	NAMED(Sids.SK2 + ":s2", "/v1") {
		@Override
		Owned open(String url) {
			return bean(url, "support", Application.class);
		}
	},

	VIEW(Sids.AC1 + ":t1", "/v1/Services/IS" + "1".repeat(32)) {
		@Override
		Owned open(String url) {
			return bean(url, "desk", ApplicationWithView.class);
		}
	},

	TENANT(Sids.AC2 + ":t2", "/v1") {
		@Override
		Owned open(String url) {
			AnnotationConfigApplicationContext context = context(url, Application.class);
			return new Owned(context.getBean("twilioConversations", TwilioConversations.class)
				.forAccount(new BasicCredentials(Sids.AC2, "t2", Sids.AC2))
				.participants(), context::close);
		}
	},

	WITHOUT_BOOT {
		@Override
		Owned open(String url) {
			return transport(url, new ReactorClientHttpConnector());
		}
	},

	WITHOUT_BOOT_ON_THE_JDK {
		@Override
		Owned open(String url) {
			return transport(url, new JdkClientHttpConnector());
		}
	};

	private final String credentials;

	private final String root;

	WayToClient() {
		this(Sids.AC1 + ":t1", "/v1");
	}

	WayToClient(String credentials, String root) {
		this.credentials = credentials;
		this.root = root;
	}

	/**
	 * Returns a client for a server.
	 */
	abstract Owned open(String url);

	/**
	 * Returns the header that its requests have.
	 */
	String authorization() {
		return LoopbackServer.basic(this.credentials);
	}

	/**
	 * Returns what its paths begin with.
	 */
	String root() {
		return this.root;
	}

	private static Owned bean(String url, String name, Class<?> application) {
		AnnotationConfigApplicationContext context = context(url, application);
		return new Owned(context.getBean(name, ParticipantClient.class), context::close);
	}

	private static AnnotationConfigApplicationContext context(String url, Class<?> application) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		String support = "twilio.conversations.clients.support.";
		TestPropertyValues
			.of("twilio.account-sid=" + Sids.AC1, "twilio.auth-token=t1", "twilio.conversations.base-url=" + url,
					support + "api-key=" + Sids.SK2, support + "api-secret=s2")
			.applyTo(context);
		context.register(application);
		context.refresh();
		return context;
	}

	private static Owned transport(String url, ClientHttpConnector connector) {
		TwilioTransport transport = TwilioTransport.create(WebClient.builder().clientConnector(connector),
				TransportSettings.of(URI.create(url)));
		return new Owned(transport.conversations(new BasicCredentials(Sids.AC1, "t1", Sids.AC1)).participants(),
				transport::close);
	}

	/**
	 * Client and what is to be closed in the end.
	 */
	record Owned(ParticipantClient client, Runnable closing) implements AutoCloseable {

		@Override
		public void close() {
			this.closing.run();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ ConversationsAutoConfiguration.class, WebClientAutoConfiguration.class,
			ReactiveHttpClientAutoConfiguration.class })
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	static class ApplicationWithView extends Application {

		@Bean
		ParticipantClient desk(TwilioConversations twilio) {
			return twilio.inService("IS" + "1".repeat(32)).participants();
		}

	}

}
