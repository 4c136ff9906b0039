package dev.conversations.client;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * {@link ObservationConvention} for the operations of the clients. A bean of this type
 * replaces the default one of {@link ConversationsObservationDocumentation}.
 *
 * @since 0.1.0
 */
public interface ConversationsObservationConvention extends ObservationConvention<ConversationsObservationContext> {

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof ConversationsObservationContext;
	}

}
