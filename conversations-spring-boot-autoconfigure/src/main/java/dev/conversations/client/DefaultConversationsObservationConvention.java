package dev.conversations.client;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

/**
 * Default {@link ConversationsObservationConvention}.
 *
 * @since 0.1.0
 * @see ConversationsObservationDocumentation
 */
public class DefaultConversationsObservationConvention implements ConversationsObservationConvention {

	/**
	 * The value of the code if Twilio's is one that this library does not know.
	 */
	private static final String OTHER = "other";

	/**
	 * Creates the convention.
	 */
	public DefaultConversationsObservationConvention() {
	}

	@Override
	public String getName() {
		return "twilio.conversations";
	}

	@Override
	public String getContextualName(ConversationsObservationContext context) {
		return "twilio " + context.getResource() + " " + context.getOperation();
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(ConversationsObservationContext context) {
		return KeyValues.of(ConversationsObservationKeyName.CLIENT.withValue(context.getClient()),
				ConversationsObservationKeyName.RESOURCE.withValue(context.getResource()),
				ConversationsObservationKeyName.OPERATION.withValue(context.getOperation()),
				ConversationsObservationKeyName.OUTCOME.withValue(context.getOutcome().name()),
				ConversationsObservationKeyName.CODE.withValue(code(context.getError())));
	}

	private static String code(@Nullable Throwable error) {
		Integer code = (error instanceof TwilioApiException answer) ? answer.code() : null;
		if (code == null) {
			return KeyValue.NONE_VALUE;
		}
		return TwilioCodes.isKnown(code) ? code.toString() : OTHER;
	}

}
