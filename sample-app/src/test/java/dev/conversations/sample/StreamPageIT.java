package dev.conversations.sample;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How the page streams, pauses, stops and goes on.
 */
@EnabledIf(value = "dev.conversations.sample.Browser#isInstalled", disabledReason = Browser.MISSING)
class StreamPageIT extends PageInBrowser {

	@Test
	void lookUpStreamsAllConversations() {
		lookUp("ada");
		browser.awaitText("#state", "1,237 conversations, that is all");
		assertThat(browser.number("#records")).isEqualTo(1237);
		assertThat(browser.number("#pages")).isEqualTo(25);
		assertThat(browser.number("#requests")).isEqualTo(25);
		assertThat(this.simulator.requestCount()).isEqualTo(25);
		assertThat(browser.findAll(".row").size()).isBetween(8, 40);
		expectQuietConsole();
	}

	@Test
	void pauseStopsTheRequestsUntilItIsOver() {
		SampleData.addConversations(this.simulator, "eve", 2000);
		lookUpSlowly("eve");
		browser.click("#pause");
		browser.awaitText("#state", "Paused");
		int records = browser.number("#records");
		int requests = SettledRequests.of(this.simulator);
		assertThat(requests - records / 50).isBetween(0, 4);
		assertThat(requests).isLessThan(40);
		browser.choose("#pace", "0");
		browser.click("#pause");
		browser.awaitText("#state", "2,000 conversations, that is all");
		assertThat(this.simulator.requestCount()).isEqualTo(40);
		expectQuietConsole();
	}

	@Test
	void stopEndsTheStreamAndContinueGoesOn() {
		SampleData.addConversations(this.simulator, "eve", 2000);
		lookUpSlowly("eve");
		browser.click("#stop");
		browser.awaitText("#state", "Stopped at");
		Awaitility.await().atMost(LIMIT).until(() -> this.streams.size() == 0);
		assertThat(SettledRequests.of(this.simulator)).isLessThan(40);
		browser.choose("#pace", "0");
		browser.click("#continue");
		browser.awaitText("#state", "2,000 conversations, that is all");
		expectQuietConsole();
	}

	@Test
	void reloadKeepsThePlaceAndNothingPersonalInTheUrl() {
		SampleData.addConversations(this.simulator, "eve-secret", 2000);
		lookUpSlowly("eve-secret");
		browser.click("#stop");
		browser.awaitText("#state", "Stopped at");
		int records = browser.number("#records");
		assertThat(browser.url()).contains("#cursor=").doesNotContain("eve");
		browser.reload();
		browser.click("#continue");
		browser.awaitText("#state", "that is all");
		assertThat(browser.number("#records")).isEqualTo(2000 - records);
		assertThat(browser.url()).doesNotContain("cursor");
		expectQuietConsole();
	}

	@Test
	void listOfManyRowsIsDrawnInPart() {
		browser.runAsync("""
				const done = arguments[arguments.length - 1];
				const box = document.getElementById('rows').cloneNode(true);
				box.id = 'many';
				box.style.height = '500px';
				document.body.prepend(box);
				import('/js/list.js').then(({ ConversationList }) => {
				  const rows = Array.from({ length: 100000 }, (unused, i) => ({ conversationSid: 'CH' + i }));
				  new ConversationList(box, () => {}).append(rows);
				  done();
				}, (error) => done(String(error)));""");
		browser.type("#many", Keys.END);
		assertThat(browser.find("#row-99999[aria-selected=true]").getText()).contains("100,000", "CH99999");
		assertThat(browser.findAll(".row").size()).isBetween(8, 40);
		browser.type("#many", Keys.HOME);
		browser.find("#row-0[aria-selected=true]");
		assertThat(browser.findAll("#row-99999")).isEmpty();
	}

	@Test
	void nameIsTextAndNeverMarkup() {
		lookUp("ada");
		browser.awaitText("#state", "that is all");
		int index = ((Number) browser.runAsync("""
				const done = arguments[arguments.length - 1], box = document.getElementById('rows');
				(async () => {
				  for (let top = 0; top < box.scrollHeight; top += 400) {
				    box.scrollTop = top;
				    await new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)));
				    const row = [...document.querySelectorAll('.row')].find((r) => r.textContent.includes('<img'));
				    if (row) { row.click(); return Number(row.dataset.index); }
				  }
				  return -1;
				})().then(done);""")).intValue();
		assertThat(index).isNotNegative();
		browser.awaitText("#conversation-title", "<img src=x onerror=alert(1)>");
		assertThat(browser.findAll("#rows img, #conversation img")).isEmpty();
		expectQuietConsole();
	}

}
