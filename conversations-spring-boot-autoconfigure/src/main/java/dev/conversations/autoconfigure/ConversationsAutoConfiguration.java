package dev.conversations.autoconfigure;

import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantClientFactory;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for a reactive
 * {@link ParticipantClient}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { ReactiveHttpClientAutoConfiguration.class, WebClientAutoConfiguration.class })
@ConditionalOnClass({ WebClient.class, ConnectionProvider.class })
@EnableConfigurationProperties(TwilioProperties.class)
public final class ConversationsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(ConversationsConnectionDetails.class)
	PropertiesConversationsConnectionDetails conversationsConnectionDetails(TwilioProperties properties) {
		return new PropertiesConversationsConnectionDetails(properties);
	}

	/**
	 * The client and its connections, unless the application brings its own client.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(ParticipantClient.class)
	static class ClientConfiguration {

		private static final String CONNECTION_PROVIDER = "conversationsConnectionProvider";

		@Bean(name = CONNECTION_PROVIDER, destroyMethod = "dispose", defaultCandidate = false)
		ConnectionProvider conversationsConnectionProvider(TwilioProperties properties) {
			return HttpConnectorFactory.connectionProvider(properties.getConversations().getHttp());
		}

		@Bean
		ParticipantClient participantClient(TwilioProperties properties, ConversationsConnectionDetails connection,
				WebClient.Builder builder, ObjectProvider<ClientHttpConnectorBuilder<?>> connectorBuilder,
				ObjectProvider<HttpClientSettings> httpClientSettings,
				@Qualifier(CONNECTION_PROVIDER) ConnectionProvider connectionProvider) {
			ClientHttpConnector connector = HttpConnectorFactory.create(properties.getConversations().getHttp(),
					connectorBuilder.getIfAvailable(ClientHttpConnectorBuilder::detect),
					httpClientSettings.getIfAvailable(HttpClientSettings::defaults), connectionProvider);
			return ParticipantClientFactory.create(builder.clientConnector(connector),
					ClientSettingsFactory.create(properties.getConversations(), connection));
		}

	}

}
