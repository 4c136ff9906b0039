package dev.conversations.test;

import java.util.List;

/**
 * A conversation that was added to a {@link ConversationsSimulator}.
 *
 * @param sid the SID of the conversation
 * @param participantSids the SIDs of the participants that it was added with, in the
 * order in which they were given
 * @since 0.1.0
 */
public record SimulatedConversation(String sid, List<String> participantSids) {

}
