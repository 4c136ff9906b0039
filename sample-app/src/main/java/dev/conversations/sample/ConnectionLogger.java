package dev.conversations.sample;

import dev.conversations.test.ConversationsSimulator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * Says which server the application talks to, and where its page is.
 */
@Component
class ConnectionLogger implements ApplicationListener<WebServerInitializedEvent> {

	private static final Logger logger = LoggerFactory.getLogger(ConnectionLogger.class);

	private final ObjectProvider<ConversationsSimulator> simulator;

	ConnectionLogger(ObjectProvider<ConversationsSimulator> simulator) {
		this.simulator = simulator;
	}

	@Override
	public void onApplicationEvent(WebServerInitializedEvent event) {
		ConversationsSimulator embedded = this.simulator.getIfAvailable();
		if (embedded != null) {
			logger.info("There are no credentials for Twilio: talking to the embedded simulator at {}",
					embedded.baseUrl());
		}
		else {
			logger.info("There are credentials: talking to Twilio");
		}
		logger.info("Open http://localhost:{}/", event.getWebServer().getPort());
	}

}
