package dev.conversations.sample;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How the page shows and changes a conversation.
 */
@Tag("long")
@EnabledIf(value = "dev.conversations.sample.Browser#isInstalled", disabledReason = Browser.MISSING)
class ConversationPageIT extends PageInBrowser {

	@Test
	void participantIsAddedEditedAndRemoved() {
		openFirstConversation();
		browser.click("#add");
		browser.type("[data-field=identity] input", "bo");
		browser.type("#participants-form textarea", "{\"a\":");
		browser.awaitText("#participants-form .hint", "Not yet JSON");
		browser.type("#participants-form textarea", "1}");
		browser.awaitText("#participants-form .hint", "Valid JSON");
		browser.click("#participants-form [type=submit]");
		browser.awaitText("#participants", "{\"a\":1}");
		browser.click("[aria-label='Edit bo']");
		browser.find("#participants textarea").clear();
		browser.type("#participants textarea", "{\"a\":2}");
		browser.click("#participants [type=submit]");
		browser.awaitText("#participants", "{\"a\":2}");
		browser.click("[aria-label='Remove bo']");
		browser.click(".danger");
		browser.await((driver) -> !browser.text("#participants").contains("bo"));
		expectQuietConsole();
	}

	@ParameterizedTest
	@CsvSource({ "messaging, address+proxyAddress", "groupMms, address", "groupMmsChat, identity+projectedAddress",
			"groupMmsProjected, projectedAddress" })
	void participantOfEachKindIsAdded(String kind, String fields) {
		openFirstConversation();
		browser.click("#add");
		browser.choose("#participants-form select", kind);
		int number = 0;
		for (String field : fields.split("\\+", -1)) {
			browser.type("[data-field=" + field + "] input",
					field.equals("identity") ? "bo" : "+1555777000" + number++);
		}
		int before = browser.findAll(".participant").size();
		browser.click("#participants-form [type=submit]");
		browser.await((driver) -> browser.findAll(".participant").size() == before + 1);
		expectQuietConsole();
	}

	@Test
	void conflictLinksToTheConversationThatHoldsTheBinding() {
		String holder = this.simulator.conversation()
			.friendlyName("Holder")
			.messagingParticipant("+15557770001", "+15557770002")
			.add()
			.sid();
		openFirstConversation();
		browser.click("#add");
		browser.choose("#participants-form select", "messaging");
		browser.type("[data-field=address] input", "+15557770001");
		browser.type("[data-field=proxyAddress] input", "+15557770002");
		browser.click("#participants-form [type=submit]");
		browser.awaitText("#conversation .problem", "Another open conversation holds this pair of addresses");
		browser.click("#conversation .problem a[href*=conversation]");
		browser.awaitText("#conversation", holder);
		browser.awaitText("#participants", "+15557770001");
	}

	@Test
	void keyboardAloneDoesIt() {
		browser.find("[name=value]").click();
		browser.press("ada", Keys.ENTER);
		browser.awaitText("#state", "that is all");
		browser.await((driver) -> {
			browser.press(Keys.TAB);
			return Boolean.TRUE.equals(browser.run("return document.activeElement.id === 'rows'"));
		});
		browser.press(Keys.ARROW_DOWN);
		browser.press(Keys.ARROW_DOWN);
		browser.press(Keys.ENTER);
		browser.find("#conversation[open]");
		browser.press(Keys.ESCAPE);
		browser.await((driver) -> browser.findAll("#conversation[open]").isEmpty());
		assertThat(browser.run("return document.activeElement.id")).isEqualTo("rows");
		browser.find("#row-1[aria-selected=true]");
		expectQuietConsole();
	}

}
