package dev.conversations.sample;

import java.time.Duration;

import dev.conversations.test.SimulatedInitialization;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Conversations are created with participants, seen to be set up, closed and deleted.
 */
@Tag("long")
@EnabledIf(value = "dev.conversations.sample.Browser#isInstalled", disabledReason = Browser.MISSING)
class NewConversationPageIT extends PageInBrowser {

	private static final String HOSTILE = "<img src=x onerror=alert(1)>";

	private void initialize(Duration duration) {
		this.simulator.account().initialization(SimulatedInitialization.lasting(duration));
	}

	private static void create(String name, String identity) {
		browser.click("#new");
		browser.type("#conversation [name=friendlyName]", name);
		browser.type("#new-participants [name=identity]", identity);
		browser.click("#conversation [type=submit]");
	}

	@Test
	void conversationIsCreatedWithParticipantsAndSeenToInitialise() {
		initialize(Duration.ofSeconds(2));
		browser.click("#new");
		browser.type("[name=friendlyName]", HOSTILE);
		browser.type("[name=uniqueName]", "order-17");
		browser.type("#new-participants [name=identity]", "bo");
		browser.click("#add-new");
		browser.choose("#new-participants li:nth-child(2) select", "messaging");
		browser.type("#new-participants li:nth-child(2) [name=address]", "+15557770001");
		browser.type("#new-participants li:nth-child(2) [name=proxyAddress]", "+15557770002");
		browser.click("#add-new");
		browser.click("[aria-label='Remove participant 3']");
		browser.click("#conversation [type=submit]");
		browser.awaitText("#conversation-state", "initializing");
		assertThat(browser.find("#add").isEnabled()).isFalse();
		assertThat(browser.find("#close-conversation").isEnabled()).isFalse();
		browser.awaitText("#conversation-state", "active");
		browser.awaitText("#participants", "bo");
		browser.awaitText("#participants", "+15557770001");
		assertThat(browser.text("#conversation-title")).isEqualTo(HOSTILE);
		assertThat(browser.text("#conversation-facts")).contains("order-17");
		assertThat(browser.findAll("#conversation img")).isEmpty();
		expectQuietConsole();
	}

	@Test
	void conversationWithoutParticipantsIsCreatedAtOnce() {
		browser.click("#new");
		browser.click("[aria-label='Remove participant 1']");
		browser.click("#conversation [type=submit]");
		browser.awaitText("#conversation-state", "active");
		browser.awaitText("#participants-count", "There are none.");
		expectQuietConsole();
	}

	@Test
	void initialisationThatFailsIsExplained() {
		this.simulator.account().initialization(SimulatedInitialization.forRequests(1).failing());
		create("Order 17", "bo");
		browser.awaitText("#conversation-problem", "The conversation could not be set up");
		browser.awaitText("#conversation-problem", "it is safe to create it again");
		browser.awaitText("#conversation-state", "closed");
	}

	@Test
	void bindingOfAnotherConversationIsAProblemAndTheFormStays() {
		this.simulator.conversation().messagingParticipant("+15557770001", "+15557770002").add();
		browser.click("#new");
		browser.choose("#new-participants select", "messaging");
		browser.type("#new-participants [name=address]", "+15557770001");
		browser.type("#new-participants [name=proxyAddress]", "+15557770002");
		browser.click("#conversation [type=submit]");
		browser.find("#conversation-problem .problem[role=alert]");
		browser.await((driver) -> browser.find("#conversation [type=submit]").isEnabled());
		browser.find("#new-participants [name=address]");
	}

	@Test
	void conversationIsClosed() {
		openFirstConversation();
		browser.click("#close-conversation");
		browser.awaitText("#conversation-actions", "It cannot be opened again.");
		browser.click("#conversation-actions .danger");
		browser.awaitText("#conversation-state", "closed");
		assertThat(browser.find("#close-conversation").isEnabled()).isFalse();
		assertThat(browser.run("return document.activeElement.id")).isEqualTo("delete-conversation");
		browser.press(Keys.ESCAPE);
		browser.awaitText("#row-0", "closed");
		expectQuietConsole();
	}

	@Test
	void conversationIsDeletedAfterItWasKept() {
		openFirstConversation();
		String name = browser.text("#conversation-title");
		browser.click("#delete-conversation");
		browser.click("#conversation-actions .danger + button");
		assertThat(browser.run("return document.activeElement.id")).isEqualTo("delete-conversation");
		browser.click("#delete-conversation");
		browser.click("#conversation-actions .danger");
		browser.await((driver) -> browser.findAll("#conversation[open]").isEmpty());
		browser.awaitText("#state", "1,236 conversations");
		assertThat(browser.text("#row-0")).doesNotContain(name);
		assertThat(browser.url()).doesNotContain("conversation=");
		expectQuietConsole();
	}

	@Test
	void conversationThatIsGoneIsExplained() {
		browser.open(address() + "#conversation=CH" + "0".repeat(32));
		browser.awaitText("#conversation-problem", "Twilio does not know it");
		assertThat(browser.find("#delete-conversation").isEnabled()).isFalse();
	}

	@Test
	void keyboardAloneCreatesClosesAndDeletes() {
		initialize(Duration.ofMillis(500));
		tabTo("new");
		browser.press(Keys.ENTER);
		browser.press("Order 17");
		tabTo("identity");
		browser.press("bo", Keys.ENTER);
		browser.awaitText("#participants", "bo");
		tabTo("close-conversation");
		browser.press(Keys.ENTER);
		browser.press(Keys.ENTER);
		browser.awaitText("#conversation-state", "closed");
		browser.press(Keys.ENTER);
		browser.press(Keys.ENTER);
		browser.await((driver) -> browser.findAll("#conversation[open]").isEmpty());
		expectQuietConsole();
	}

	/**
	 * Moves to the element of an ID or a name.
	 */
	private static void tabTo(String name) {
		browser.await((driver) -> {
			browser.press(Keys.TAB);
			return Boolean.TRUE.equals(browser
				.run("return [document.activeElement.id, document.activeElement.name].includes(arguments[0])", name));
		});
	}

}
