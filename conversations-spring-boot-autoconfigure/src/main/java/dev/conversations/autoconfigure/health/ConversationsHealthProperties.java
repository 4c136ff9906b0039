package dev.conversations.autoconfigure.health;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@link ConfigurationProperties} for the health of the clients.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("management.health.twilio-conversations")
public class ConversationsHealthProperties {

	/**
	 * Whether to check the clients, with a request to Twilio for each.
	 */
	private boolean enabled;

	/**
	 * Time that the result of a check is used again.
	 */
	private Duration cacheTimeToLive = Duration.ofSeconds(60);

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public Duration getCacheTimeToLive() {
		return this.cacheTimeToLive;
	}

	public void setCacheTimeToLive(Duration cacheTimeToLive) {
		this.cacheTimeToLive = cacheTimeToLive;
	}

}
