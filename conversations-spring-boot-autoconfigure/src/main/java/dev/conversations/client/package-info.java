/**
 * Reactive client for the participants of Twilio Conversations.
 */
@NullMarked
package dev.conversations.client;

import org.jspecify.annotations.NullMarked;
