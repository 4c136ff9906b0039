/**
 * Simulator of Twilio Conversations: conversations and participants.
 * <p>
 * Comments say how well it is known that Twilio behaves as the simulator does:
 * <ul>
 * <li>[D]: Twilio documents it.</li>
 * <li>[W]: it was seen in answers of Twilio that others have recorded.</li>
 * <li>[C]: nothing was found, so that it is a choice of the simulator.</li>
 * </ul>
 * A status without a mark is likely, not proven.
 */
@NullMarked
package dev.conversations.test;

import org.jspecify.annotations.NullMarked;
