/**
 * The code that the documents show.
 */
@NullMarked
package dev.conversations.docs;

import org.jspecify.annotations.NullMarked;
