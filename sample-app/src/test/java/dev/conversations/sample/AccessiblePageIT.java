package dev.conversations.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.conversations.test.SimulatedInitialization;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How the page suits all screens and people, by the rules of axe-core.
 */
@Tag("long")
@EnabledIf(value = "dev.conversations.sample.Browser#isInstalled", disabledReason = Browser.MISSING)
class AccessiblePageIT extends PageInBrowser {

	@ParameterizedTest
	@CsvSource({ "360, false", "360, true", "820, false", "1360, false", "1360, true" })
	void pageIsAccessibleAndFits(int width, boolean dark) throws IOException {
		browser.size(width, 860);
		browser.dark(dark);
		lookUp("+375255555555");
		browser.awaitText("#state", "61 conversations, that is all");
		expectAccessible();
		browser.click("#row-0");
		browser.awaitText("#participants", "ada");
		browser.click("#add");
		expectAccessible();
		expectToFit(width);
		expectQuietConsole();
	}

	@ParameterizedTest
	@CsvSource({ "360, false", "1360, true" })
	void newConversationIsAccessibleAndFits(int width, boolean dark) throws IOException {
		browser.size(width, 860);
		browser.dark(dark);
		this.simulator.account().initialization(SimulatedInitialization.lasting(Duration.ofHours(1)));
		browser.click("#new");
		browser.type("#new-participants [name=identity]", "bo");
		browser.click("#add-new");
		expectAccessible();
		expectToFit(width);
		browser.click("[aria-label='Remove participant 2']");
		browser.click("#conversation [type=submit]");
		browser.awaitText("#conversation-state", "initializing");
		expectAccessible();
		expectQuietConsole();
	}

	@Test
	void questionIsAccessible() throws IOException {
		openFirstConversation();
		browser.click("#delete-conversation");
		expectAccessible();
	}

	private static void expectToFit(int width) {
		assertThat((Long) browser.run("return document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
	}

	@Test
	void problemIsAccessible() throws IOException {
		browser.click("[data-trouble=CREDENTIALS]");
		browser.find("[data-trouble=CREDENTIALS][aria-pressed=true]");
		expectAccessible();
		lookUp("ada");
		browser.awaitText("#problem", "Twilio refused the credentials");
		expectAccessible();
	}

	@SuppressWarnings("unchecked")
	private static void expectAccessible() throws IOException {
		try (InputStream axe = AccessiblePageIT.class.getResourceAsStream("/axe.min.js")) {
			browser.run(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
		}
		List<Map<String, Object>> violations = (List<Map<String, Object>>) browser.runAsync("""
				const done = arguments[arguments.length - 1];
				const summary = (v) => ({ id: v.id, nodes: v.nodes.map((n) => n.html + ' ' + n.failureSummary) });
				axe.run().then((result) => done(result.violations.map(summary)));""");
		assertThat(violations).isEmpty();
	}

}
