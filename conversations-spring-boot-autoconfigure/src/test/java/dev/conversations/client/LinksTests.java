package dev.conversations.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Links are a map as any other, but for their size.
 */
class LinksTests {

	private static final Map<String, String> LINKS = links("participant", "u1", "conversation", "u2");

	private static Map<String, String> links(String... namesAndUrls) {
		Links.Builder builder = new Links.Builder();
		for (int i = 0; i < namesAndUrls.length; i += 2) {
			builder.add(namesAndUrls[i], namesAndUrls[i + 1]);
		}
		return builder.build();
	}

	@Test
	void linksKeepTheirOrder() {
		assertThat(LINKS).isInstanceOf(Links.class);
		assertThat(LINKS.entrySet()).containsExactly(Map.entry("participant", "u1"), Map.entry("conversation", "u2"));
		assertThat(LINKS.keySet()).containsExactly("participant", "conversation");
		assertThat(LINKS.values()).containsExactly("u1", "u2");
	}

	@Test
	void linksAreFoundByName() {
		assertThat(LINKS).hasSize(2).containsKeys("participant", "conversation").doesNotContainKeys("u1", null);
		assertThat(LINKS.get("conversation")).isEqualTo("u2");
		assertThat(LINKS.get("u1")).isNull();
		assertThat(LINKS.getOrDefault("messages", "none")).isEqualTo("none");
	}

	@Test
	void linksEqualAnyMapWithTheSameEntries() {
		Map<String, String> map = new LinkedHashMap<>(LINKS);
		assertThat(LINKS.equals(map)).isTrue();
		assertThat(map.equals(LINKS)).isTrue();
		assertThat(LINKS).hasSameHashCodeAs(map).hasToString("{participant=u1, conversation=u2}");
		assertThat(LINKS.equals(links("participant", "u1"))).isFalse();
	}

	@Test
	void linksCannotBeChanged() {
		List<Runnable> changes = List.of(() -> LINKS.put("a", "b"), () -> LINKS.remove("participant"), LINKS::clear,
				() -> LINKS.replaceAll((name, url) -> ""), () -> LINKS.entrySet().iterator().next().setValue(""),
				() -> LINKS.keySet().remove("participant"), () -> LINKS.values().clear());
		assertThat(changes).allSatisfy(
				(change) -> assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(change::run));
		assertThat(LINKS).hasSize(2);
	}

	@Test
	void buildWhenAnythingIsAddedIsWhatAHashMapWouldBe() {
		Random random = new Random(7);
		for (int i = 0; i < 2_000; i++) {
			Links.Builder builder = new Links.Builder();
			Map<String, String> expected = new LinkedHashMap<>();
			for (int j = random.nextInt(14); j > 0; j--) {
				String name = "n" + random.nextInt(20);
				String url = (random.nextInt(20) > 0) ? "u" + j : null;
				builder.add(name, url);
				expected.put(name, url);
			}
			expected.values().removeIf((url) -> url == null);
			assertThat(builder.build()).containsExactlyEntriesOf(expected);
		}
	}

	@Test
	void buildWhenThereAreVeryManyIsAHashMap() {
		Links.Builder builder = new Links.Builder();
		for (int i = 0; i < 100_000; i++) {
			builder.add("n" + i, "u");
		}
		assertThat(builder.build()).isNotInstanceOf(Links.class).hasSize(100_000);
	}

	@Test
	void copyOfLeavesOutWhatHasNoUrl() {
		Map<String, String> map = new LinkedHashMap<>(LINKS);
		map.put("participant", null);
		Map<String, String> copy = Links.copyOf(map);
		map.put("a", "b");
		assertThat(copy).containsExactly(Map.entry("conversation", "u2")).isUnmodifiable();
		assertThat(Links.copyOf(LINKS)).isSameAs(LINKS);
		assertThat(Links.copyOf(null)).isSameAs(Collections.emptyMap());
	}

}
