/**
 * Recipe for tenants, each of whom has an account of its own.
 */
@NullMarked
package dev.conversations.docs.tenants;

import org.jspecify.annotations.NullMarked;
