/**
 * Sample application that streams the conversations of a participant.
 */
@NullMarked
package dev.conversations.sample;

import org.jspecify.annotations.NullMarked;
