/**
 * Simulator of the participant endpoints of Twilio Conversations.
 */
@NullMarked
package dev.conversations.test;

import org.jspecify.annotations.NullMarked;
