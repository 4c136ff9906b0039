/**
 * Auto-configuration for sweeps.
 */
@NullMarked
package dev.conversations.batch.autoconfigure;

import org.jspecify.annotations.NullMarked;
