package dev.conversations.sample;

import java.time.LocalDate;

import dev.conversations.client.ConversationClient;
import dev.conversations.client.ConversationFilter;
import dev.conversations.client.ConversationState;
import dev.conversations.client.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * Query for conversations of the account or of a chat service.
 *
 * @param state the state that they are in
 * @param startDate the first day of their creation, such as {@code 2026-01-31}
 * @param endDate the last day of their creation
 * @param limit how many conversations are wanted at most
 * @param service the SID of the chat service, if it is not the account's default one
 * @param cursor where to go on
 */
record ConversationLookup(@Nullable String state, @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate startDate,
		@DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate endDate, @Nullable Long limit, @Nullable String service,
		@Nullable String cursor) {

	ConversationClient client(ConversationClient client) {
		return (this.service != null) ? client.inService(this.service) : client;
	}

	ConversationFilter filter() {
		return new ConversationFilter((this.state != null) ? new ConversationState(this.state) : null, this.startDate,
				this.endDate);
	}

	Paging paging() {
		return Lookup.paging(this.limit, this.cursor);
	}

}
