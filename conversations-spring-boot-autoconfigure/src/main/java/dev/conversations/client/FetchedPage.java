package dev.conversations.client;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Page as it came.
 *
 * @param <T> the type of the records
 * @param records the records, possibly none
 * @param next where the next page is, or {@code null} if there is none or the link cannot
 * be followed
 * @param linkError why the link cannot be followed, without any value
 */
record FetchedPage<T>(List<T> records, @Nullable URI next, @Nullable String linkError) {

}
