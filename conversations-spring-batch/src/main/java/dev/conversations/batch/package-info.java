/**
 * Restartable, partitioned sweeps over the conversations of many participants, on Spring
 * Batch.
 */
@NullMarked
package dev.conversations.batch;

import org.jspecify.annotations.NullMarked;
