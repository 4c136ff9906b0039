package dev.conversations.autoconfigure;

import dev.conversations.client.ParticipantClient;
import io.micrometer.observation.ObservationRegistry;
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
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for a reactive
 * {@link ParticipantClient} and further ones by name.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { ReactiveHttpClientAutoConfiguration.class, WebClientAutoConfiguration.class })
@ConditionalOnClass({ WebClient.class, ConnectionProvider.class })
@EnableConfigurationProperties(TwilioProperties.class)
public final class ConversationsAutoConfiguration {

	@Bean
	static ClientBeansPostProcessor conversationsClientBeansPostProcessor(Environment environment) {
		return new ClientBeansPostProcessor(environment);
	}

	/**
	 * A fallback and not a condition, since an application may register its own details
	 * at run time, when one that was processed ahead of time evaluates no condition.
	 */
	@Bean
	@Fallback
	PropertiesConversationsConnectionDetails propertiesConversationsConnectionDetails(TwilioProperties properties) {
		return ClientConfigurations.connection(properties);
	}

	@Bean
	ClientConfigurations conversationsClientConfigurations(TwilioProperties properties,
			ConversationsConnectionDetails connection, Environment environment) {
		return new ClientConfigurations(properties, connection, environment);
	}

	@Bean
	@Lazy
	ClientCreator conversationsClientCreator(ConfigurableApplicationContext context,
			ObjectProvider<WebClient.Builder> builder, ObjectProvider<ClientHttpConnectorBuilder<?>> connectorBuilder,
			ObjectProvider<HttpClientSettings> settings, ObjectProvider<SslBundles> sslBundles,
			ObjectProvider<ConversationsWebClientCustomizer> customizers,
			ObjectProvider<ObservationRegistry> observationRegistry) {
		return new ClientCreator(context, builder, connectorBuilder, settings, sslBundles, customizers,
				observationRegistry);
	}

	/**
	 * The default client, unless the application brings its own.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(ParticipantClient.class)
	static class DefaultClientConfiguration {

		@Bean(ClientBeans.DEFAULT_CONFIGURATION_NAME)
		ClientConfiguration participantClientConfiguration(ClientConfigurations configurations) {
			return configurations.defaultClient();
		}

		@Bean(ClientBeans.DEFAULT_NAME)
		@Lazy
		ParticipantClient participantClient(ClientCreator creator,
				@Qualifier(ClientBeans.DEFAULT_CONFIGURATION_NAME) ClientConfiguration configuration) {
			return creator.create(configuration);
		}

	}

}
