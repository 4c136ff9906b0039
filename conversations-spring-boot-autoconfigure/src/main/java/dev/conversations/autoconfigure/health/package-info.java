/**
 * Health of the clients.
 */
@NullMarked
package dev.conversations.autoconfigure.health;

import org.jspecify.annotations.NullMarked;
