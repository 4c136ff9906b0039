package dev.conversations.sample;

import dev.conversations.client.PageCursor;
import dev.conversations.client.Paging;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantIdentifier;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Query for the conversations of a participant.
 *
 * @param identity the identity of the participant, unless there is an address
 * @param address the address of the participant, unless there is an identity
 * @param limit how many conversations are wanted at most
 * @param service the SID of the chat service, if it is not the account's default one
 * @param cursor where to go on
 */
record Lookup(@Nullable String identity, @Nullable String address, @Nullable Long limit, @Nullable String service,
		@Nullable String cursor) {

	ParticipantClient client(ParticipantClient client) {
		return (this.service != null) ? client.inService(this.service) : client;
	}

	ParticipantIdentifier participant() {
		if (this.identity != null && this.address == null) {
			return ParticipantIdentifier.identity(this.identity);
		}
		if (this.address != null && this.identity == null) {
			Assert.isTrue(!this.address.startsWith(" "),
					"'address' must not begin with a blank: in a URL a '+' is written '%2B'");
			return ParticipantIdentifier.address(this.address);
		}
		throw new IllegalArgumentException("Exactly one of 'identity' and 'address' must be given");
	}

	Paging paging() {
		return paging(this.limit, this.cursor);
	}

	static Paging paging(@Nullable Long limit, @Nullable String cursor) {
		Paging paging = Paging.defaults();
		if (limit != null) {
			paging = paging.withLimit(limit);
		}
		return (cursor != null) ? paging.startingAt(PageCursor.of(cursor)) : paging;
	}

	/**
	 * Names none of the values, as they are personal data.
	 */
	@Override
	public String toString() {
		return "Lookup";
	}

}
