/**
 * Auto-configuration for the metrics of Twilio Conversations.
 */
@NullMarked
package dev.conversations.autoconfigure.observation;

import org.jspecify.annotations.NullMarked;
