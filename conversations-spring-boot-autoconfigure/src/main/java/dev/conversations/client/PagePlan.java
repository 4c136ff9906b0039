package dev.conversations.client;

import java.net.URI;

/**
 * How {@link PageFlux} reads a list.
 *
 * @param first where the first page is
 * @param skip how many records of the first page are skipped
 * @param limit how many records are delivered at most, 1 or more
 * @param readAhead whether the next page is requested while one is consumed
 * @param maxEmptyPages how many pages in a row may be empty
 */
record PagePlan(URI first, int skip, long limit, boolean readAhead, int maxEmptyPages) {

}
