/**
 * Export of the conversations of many participants.
 */
@NullMarked
package dev.conversations.sample.batch;

import org.jspecify.annotations.NullMarked;
