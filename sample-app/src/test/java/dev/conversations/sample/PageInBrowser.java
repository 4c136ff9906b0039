package dev.conversations.sample;

import java.time.Duration;

import dev.conversations.test.ConversationsSimulator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.openqa.selenium.Keys;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Opens the page in a real browser for each test.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class PageInBrowser {

	static final Duration LIMIT = Duration.ofSeconds(60);

	static Browser browser;

	@Autowired
	private TroubleMaker troubleMaker;

	@LocalServerPort
	private int port;

	@Autowired
	ConversationsSimulator simulator;

	@Autowired
	OpenStreams streams;

	@BeforeAll
	static void startBrowser() {
		browser = new Browser();
	}

	@AfterAll
	static void closeBrowser() {
		browser.close();
	}

	@BeforeEach
	void openPage() {
		this.simulator.reset();
		SampleData.addTo(this.simulator);
		this.troubleMaker.make(this.simulator, Trouble.NONE);
		browser.size(1360, 860);
		browser.dark(false);
		browser.open(address());
		browser.find("#examples:not([hidden])");
		browser.console();
	}

	@AfterEach
	void leavePage() {
		browser.open("about:blank");
		Awaitility.await().atMost(LIMIT).until(() -> this.streams.size() == 0);
	}

	String address() {
		return "http://localhost:" + this.port + "/";
	}

	void lookUp(String value) {
		browser.click(value.startsWith("+") ? "[value=address]" : "[value=identity]");
		browser.find("[name=value]").clear();
		browser.type("[name=value]", value, Keys.ENTER);
	}

	/**
	 * Looks somebody up at a pace that leaves time to do something about it.
	 */
	void lookUpSlowly(String value) {
		browser.choose("#pace", "100");
		lookUp(value);
		browser.await((driver) -> browser.number("#records") >= 100);
	}

	void openFirstConversation() {
		lookUp("ada");
		browser.awaitText("#state", "that is all");
		browser.click("#row-0");
		browser.awaitText("#participants", "ada");
	}

	void endTrouble(String trouble) {
		if (!browser.findAll("[data-trouble=" + trouble + "][aria-pressed=true]").isEmpty()) {
			browser.click("[data-trouble=" + trouble + "]");
		}
		browser.await((driver) -> browser.findAll("[data-trouble][aria-pressed=true]").isEmpty());
	}

	static void expectQuietConsole() {
		assertThat(browser.console()).isEmpty();
	}

}
