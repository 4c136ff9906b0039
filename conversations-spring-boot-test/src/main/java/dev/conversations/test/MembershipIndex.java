package dev.conversations.test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * The conversations of each identity and address, by conversation SID [D]; to be used in
 * an operation of the {@link Store}.
 */
final class MembershipIndex {

	private final Map<Filter, NavigableMap<String, Membership>> memberships = new HashMap<>();

	/**
	 * Adds a membership, or replaces it with its new state.
	 * @param membership the membership
	 */
	void put(Membership membership) {
		for (Filter filter : Filter.matching(membership)) {
			this.memberships.computeIfAbsent(filter, (key) -> new TreeMap<>()).put(membership.key(), membership);
		}
	}

	void remove(Membership membership) {
		for (Filter filter : Filter.matching(membership)) {
			this.memberships.computeIfPresent(filter, (key, entries) -> {
				entries.remove(membership.key());
				return entries.isEmpty() ? null : entries;
			});
		}
	}

	NavigableMap<String, Membership> find(Filter filter) {
		return this.memberships.getOrDefault(filter, Collections.emptyNavigableMap());
	}

	void clear() {
		this.memberships.clear();
	}

	/**
	 * Whose conversations are asked for.
	 *
	 * @param service the SID of the service
	 * @param name {@value #IDENTITY} or {@value #ADDRESS}
	 * @param value the identity or address
	 */
	record Filter(String service, String name, String value) {

		static final String IDENTITY = "Identity";

		static final String ADDRESS = "Address";

		static Filter identity(String service, String identity) {
			return new Filter(service, IDENTITY, identity);
		}

		static Filter address(String service, String address) {
			return new Filter(service, ADDRESS, address);
		}

		private static List<Filter> matching(Membership membership) {
			String service = membership.conversation().serviceSid();
			@Nullable String identity = membership.participant().identity();
			@Nullable String address = membership.participant().binding().address();
			List<Filter> filters = new ArrayList<>(2);
			if (identity != null) {
				filters.add(identity(service, identity));
			}
			if (address != null) {
				filters.add(address(service, address));
			}
			return filters;
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

}
