/**
 * Auto-configuration of the simulator for tests.
 */
@NullMarked
package dev.conversations.test.autoconfigure;

import org.jspecify.annotations.NullMarked;
