/**
 * Scenarios for jcstress, in the package of the client so that they reach its hidden
 * types.
 */
package dev.conversations.client;
