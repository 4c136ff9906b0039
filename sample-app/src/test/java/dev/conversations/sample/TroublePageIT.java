package dev.conversations.sample;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How the page shows trouble.
 */
@Tag("long")
@EnabledIf(value = "dev.conversations.sample.Browser#isInstalled", disabledReason = Browser.MISSING)
class TroublePageIT extends PageInBrowser {

	@ParameterizedTest
	@CsvSource({ "FAILURES, sent again", "RESETS, sent again", "RATE_LIMIT, The gate is open again" })
	void streamInTroubleCarriesOn(String trouble, String happened) {
		browser.click("[data-trouble=" + trouble + "]");
		browser.find("[data-trouble=" + trouble + "][aria-pressed=true]");
		lookUp("ada");
		browser.awaitText("#state", "1,237 conversations, that is all");
		browser.awaitText("#log", happened);
		endTrouble(trouble);
		expectQuietConsole();
	}

	@Test
	void streamWithSlowAnswersIsOnePageAhead() {
		browser.click("[data-trouble=SLOW]");
		browser.find("[data-trouble=SLOW][aria-pressed=true]");
		lookUp("ada");
		browser.await((driver) -> browser.number("#pages") >= 3);
		assertThat(browser.number("#ahead")).isBetween(0, 2);
		browser.click("#stop");
		endTrouble("SLOW");
	}

	@Test
	void badPageIsAProblemFromWhichTheStreamGoesOn() {
		SampleData.addConversations(this.simulator, "eve", 2000);
		lookUpSlowly("eve");
		browser.click("[data-trouble=BAD_PAGE]");
		browser.choose("#pace", "0");
		browser.awaitText("#problem", "Twilio gave no usable answer");
		browser.awaitText("#state", "Ended early");
		browser.click("#continue");
		browser.awaitText("#state", "2,000 conversations, that is all");
		expectQuietConsole();
	}

	@Test
	void wrongTokenIsAHintHowToSetItUp() {
		browser.click("[data-trouble=CREDENTIALS]");
		browser.find("[data-trouble=CREDENTIALS][aria-pressed=true]");
		lookUp("ada");
		browser.awaitText("#problem", "Twilio refused the credentials");
		assertThat(browser.text("#problem")).contains("TWILIO_AUTH_TOKEN", "20003");
	}

}
