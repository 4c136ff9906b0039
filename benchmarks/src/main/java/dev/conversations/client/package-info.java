/**
 * Micro-benchmarks of the parts of the client that are hidden in its package.
 */
@NullMarked
package dev.conversations.client;

import org.jspecify.annotations.NullMarked;
