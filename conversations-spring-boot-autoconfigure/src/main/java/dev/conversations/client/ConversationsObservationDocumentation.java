package dev.conversations.client;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * Documented {@link io.micrometer.common.KeyValue KeyValues} of the observations of the
 * clients.
 *
 * @since 0.1.0
 */
public enum ConversationsObservationDocumentation implements ObservationDocumentation {

	/**
	 * Operation of a client, from subscription to its end, with all attempts and pages.
	 */
	OPERATION;

	@Override
	public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
		return DefaultConversationsObservationConvention.class;
	}

	@Override
	public KeyName[] getLowCardinalityKeyNames() {
		return ConversationsObservationKeyName.values();
	}

}
