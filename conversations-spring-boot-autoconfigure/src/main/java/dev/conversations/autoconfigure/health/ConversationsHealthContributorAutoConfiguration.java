package dev.conversations.autoconfigure.health;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.conversations.autoconfigure.ConversationsAutoConfiguration;
import dev.conversations.client.ParticipantClient;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the health of the clients. Each
 * check is a request to Twilio, so that it is off unless asked for.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ConversationsAutoConfiguration.class)
@ConditionalOnClass(ReactiveHealthIndicator.class)
@ConditionalOnBooleanProperty("management.health.twilio-conversations.enabled")
@EnableConfigurationProperties(ConversationsHealthProperties.class)
public final class ConversationsHealthContributorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "twilioConversationsHealthContributor")
	CompositeReactiveHealthContributor twilioConversationsHealthContributor(Map<String, ParticipantClient> clients,
			ConversationsHealthProperties properties) {
		Map<String, ConversationsHealthIndicator> indicators = new LinkedHashMap<>();
		clients.forEach((name, client) -> indicators.put(name,
				new ConversationsHealthIndicator(client, properties.getCacheTimeToLive())));
		return CompositeReactiveHealthContributor.fromMap(indicators);
	}

}
