/**
 * Auto-configuration for Twilio Conversations.
 */
@NullMarked
package dev.conversations.autoconfigure;

import org.jspecify.annotations.NullMarked;
