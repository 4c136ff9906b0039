package dev.conversations.autoconfigure;

import dev.conversations.client.ConversationClient;
import dev.conversations.client.ConversationsObservationConvention;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.TwilioConversations;
import dev.conversations.client.TwilioTransport;
import io.micrometer.observation.ObservationRegistry;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
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
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link TwilioConversations}, the
 * reactive clients that it gives, and further ones by name.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { ReactiveHttpClientAutoConfiguration.class, WebClientAutoConfiguration.class })
@ConditionalOnClass({ WebClient.class, ConnectionProvider.class })
@EnableConfigurationProperties(TwilioProperties.class)
@ImportRuntimeHints(ClientBeansRuntimeHints.class)
public final class ConversationsAutoConfiguration {

	@Bean
	static ClientBeansRegistrar conversationsClientBeansRegistrar(Environment environment) {
		return new ClientBeansRegistrar(environment);
	}

	/**
	 * Describes the connection by the properties. It is a fallback and has no condition,
	 * since an application may register its own details at run time, when one that was
	 * processed ahead of time evaluates no condition.
	 */
	@Bean
	@Fallback
	PropertiesConversationsConnectionDetails propertiesConversationsConnectionDetails(TwilioProperties properties) {
		return PropertiesConversationsConnectionDetails.of(properties);
	}

	@Bean
	ClientPropertiesBinder conversationsClientPropertiesBinder(Environment environment) {
		return new ClientPropertiesBinder(environment);
	}

	@Bean
	ClientSettingsResolver conversationsClientSettingsResolver(TwilioProperties properties,
			ConversationsConnectionDetails connection, ClientPropertiesBinder binder) {
		return new ClientSettingsResolver(properties, connection, binder);
	}

	@Bean
	ClientSettingsCheck conversationsClientSettingsCheck(ConfigurableListableBeanFactory beanFactory,
			ClientPropertiesBinder binder, ClientSettingsResolver settings) {
		return new ClientSettingsCheck(beanFactory, binder, settings);
	}

	@Bean
	@Lazy
	HttpConnectorFactory conversationsHttpConnectorFactory(ObjectProvider<ClientHttpConnectorBuilder<?>> builder,
			ObjectProvider<HttpClientSettings> settings, ObjectProvider<SslBundles> sslBundles) {
		return new HttpConnectorFactory(builder.getIfAvailable(ClientHttpConnectorBuilder::detect),
				settings.getIfAvailable(HttpClientSettings::defaults), sslBundles.getIfAvailable());
	}

	@Bean
	@Lazy
	TwilioTransportFactory twilioTransportFactory(ConfigurableApplicationContext context,
			ObjectProvider<WebClient.Builder> builder, HttpConnectorFactory connectors,
			ObjectProvider<ConversationsWebClientCustomizer> customizers,
			ObjectProvider<ObservationRegistry> observationRegistry,
			ObjectProvider<ConversationsObservationConvention> observationConvention) {
		return new TwilioTransportFactory(context, builder, connectors, customizers, observationRegistry,
				observationConvention);
	}

	@Bean(defaultCandidate = false, destroyMethod = "")
	@Lazy
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	TwilioTransport twilioTransport(TwilioTransportFactory factory, ClientSettingsResolver settings) {
		return factory.create(settings.get(ClientBeans.DEFAULT));
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean(name = "twilioConversations")
	TwilioConversations twilioConversations(@Qualifier("twilioTransport") TwilioTransport transport,
			ClientSettingsResolver settings) {
		return settings.get(ClientBeans.DEFAULT).conversations(transport);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ParticipantClient participantClient(TwilioConversations conversations) {
		return conversations.participants();
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ConversationClient conversationClient(TwilioConversations conversations) {
		return conversations.conversations();
	}

}
