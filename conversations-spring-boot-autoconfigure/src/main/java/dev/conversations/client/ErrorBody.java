package dev.conversations.client;

import org.jspecify.annotations.Nullable;

/**
 * Body of an answer of Twilio that tells of an error.
 *
 * @param code Twilio's code
 * @param message Twilio's message
 * @param moreInfo where Twilio explains the code
 */
record ErrorBody(@Nullable Integer code, @Nullable String message, @Nullable String moreInfo) {

}
