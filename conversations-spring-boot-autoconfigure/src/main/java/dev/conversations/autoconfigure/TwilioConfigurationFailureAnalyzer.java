package dev.conversations.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * An {@link AbstractFailureAnalyzer} for failures of the configuration of Twilio. It
 * shows no value.
 */
class TwilioConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<TwilioConfigurationException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, TwilioConfigurationException cause) {
		return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
	}

}
