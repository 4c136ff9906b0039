package dev.conversations.client;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * When a conversation will change its state by itself.
 *
 * @param dateInactive when the conversation becomes inactive
 * @param dateClosed when the conversation is closed
 * @since 0.1.0
 * @see <a href= "https://www.twilio.com/docs/conversations/states-timers">Conversation
 * States and Timers</a>
 */
public record ConversationTimers(@Nullable Instant dateInactive, @Nullable Instant dateClosed) {

}
