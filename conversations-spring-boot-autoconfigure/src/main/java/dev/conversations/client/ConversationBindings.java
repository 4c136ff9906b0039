package dev.conversations.client;

import org.jspecify.annotations.Nullable;

/**
 * Settings of a conversation for the channels that need some.
 * <p>
 * {@code toString} shows no address and no name.
 *
 * @param email the settings for e-mail, or {@code null} if there are none
 * @since 0.1.0
 */
public record ConversationBindings(@Nullable EmailBinding email) {

}
