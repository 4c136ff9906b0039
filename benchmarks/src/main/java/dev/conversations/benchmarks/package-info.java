/**
 * Scenarios that compare the client with other ways to read a list.
 */
@NullMarked
package dev.conversations.benchmarks;

import org.jspecify.annotations.NullMarked;
