package dev.conversations.client;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Few links by name, in the order in which they came, which take a quarter of the space
 * of a hash map. They cannot be changed.
 */
final class Links extends AbstractMap<String, String> {

	private static final int MANY = 8;

	private final String[] namesAndUrls;

	private Links(String[] namesAndUrls) {
		this.namesAndUrls = namesAndUrls;
	}

	/**
	 * Copies links, those without a URL left out.
	 */
	static Map<String, String> copyOf(@Nullable Map<String, String> links) {
		if (links instanceof Links) {
			return links;
		}
		return (links != null && !links.isEmpty()) ? withoutNulls(new LinkedHashMap<>(links)) : Collections.emptyMap();
	}

	private static Map<String, String> withoutNulls(Map<String, String> links) {
		links.values().removeIf(Objects::isNull);
		return Collections.unmodifiableMap(links);
	}

	@Override
	public int size() {
		return this.namesAndUrls.length / 2;
	}

	@Override
	public boolean containsKey(@Nullable Object name) {
		return get(name) != null;
	}

	@Override
	public @Nullable String get(@Nullable Object name) {
		for (int i = 0; i < this.namesAndUrls.length; i += 2) {
			if (this.namesAndUrls[i].equals(name)) {
				return this.namesAndUrls[i + 1];
			}
		}
		return null;
	}

	@Override
	public Set<Map.Entry<String, String>> entrySet() {
		return Collections.unmodifiableMap(toHashMap(this.namesAndUrls, this.namesAndUrls.length)).entrySet();
	}

	private static Map<String, String> toHashMap(@Nullable String[] namesAndUrls, int length) {
		Map<String, String> links = new LinkedHashMap<>();
		for (int i = 0; i < length; i += 2) {
			links.put(namesAndUrls[i], namesAndUrls[i + 1]);
		}
		return links;
	}

	/**
	 * Collects links. Of two with the same name the last counts.
	 */
	static final class Builder {

		private @Nullable String[] namesAndUrls = new String[4];

		private int length;

		void add(String name, @Nullable String url) {
			if (this.length == this.namesAndUrls.length) {
				this.namesAndUrls = Arrays.copyOf(this.namesAndUrls, 2 * this.length);
			}
			this.namesAndUrls[this.length++] = name;
			this.namesAndUrls[this.length++] = url;
		}

		Map<String, String> build() {
			if (this.length == 0) {
				return Collections.emptyMap();
			}
			return isUsual() ? new Links(Arrays.copyOf(this.namesAndUrls, this.length))
					: withoutNulls(toHashMap(this.namesAndUrls, this.length));
		}

		/**
		 * Returns whether there are few links, each with a URL and a name of its own.
		 */
		private boolean isUsual() {
			boolean usual = this.length <= 2 * MANY;
			for (int i = 0; usual && i < this.length; i += 2) {
				usual = this.namesAndUrls[i + 1] != null && !hasName(this.namesAndUrls[i], i);
			}
			return usual;
		}

		private boolean hasName(@Nullable String name, int before) {
			boolean found = false;
			for (int i = 0; !found && i < before; i += 2) {
				found = Objects.equals(this.namesAndUrls[i], name);
			}
			return found;
		}

	}

}
