package dev.conversations.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Takes the pictures in {@code docs/images}. It is run by its name only.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class Screenshots {

	private static final Path IMAGES = Path.of("..", "docs", "images");

	@LocalServerPort
	private int port;

	private Browser browser;

	@BeforeEach
	void openPage() {
		this.browser = new Browser();
		this.browser.size(1200, 780);
		this.browser.dark(false);
		this.browser.open("http://localhost:" + this.port + "/");
		this.browser.find("#examples:not([hidden])");
	}

	@AfterEach
	void closeBrowser() {
		this.browser.close();
	}

	@Test
	void stream() throws IOException {
		make("SLOW");
		lookUp("ada");
		this.browser.await((driver) -> this.browser.number("#pages") >= 9);
		save("stream.png");
		this.browser.click("#stop");
		make("SLOW");
	}

	@Test
	void pausedInTheDark() throws IOException {
		this.browser.dark(true);
		this.browser.choose("#pace", "400");
		lookUp("grace");
		this.browser.await((driver) -> this.browser.number("#pages") >= 6);
		this.browser.click("#pause");
		this.browser.awaitText("#state", "Paused");
		this.browser.await((driver) -> this.browser.number("#active") == 0);
		save("paused.png");
	}

	@Test
	void trouble() throws IOException {
		lookUp("ada");
		this.browser.awaitText("#state", "that is all");
		make("RATE_LIMIT");
		lookUp("ada");
		this.browser.awaitText("#gate", "Gate closed");
		this.browser.awaitText("#gate", "Probing");
		this.browser.awaitText("#gate", "Gate open");
		this.browser.awaitText("#state", "that is all");
		make("CREDENTIALS");
		lookUp("ada");
		this.browser.awaitText("#problem", "Twilio refused the credentials");
		save("trouble.png");
	}

	@Test
	void conversation() throws IOException {
		this.browser.click("[value=address]");
		lookUp("+375255555555");
		this.browser.awaitText("#state", "that is all");
		this.browser.click("#row-1");
		this.browser.awaitText("#participants", "ada");
		this.browser.click("#add");
		this.browser.choose("#participants-form select", "messaging");
		this.browser.type("[data-field=address] input", "+15557770001");
		this.browser.type("[data-field=proxyAddress] input", "+15557770002");
		this.browser.type("#participants-form textarea", "{\"tier\": \"gold\"}");
		save("conversation.png");
	}

	@Test
	void newConversation() throws IOException {
		lookUp("ada");
		this.browser.awaitText("#state", "that is all");
		this.browser.click("#new");
		this.browser.type("#conversation [name=friendlyName]", "Late delivery, no. 10017");
		this.browser.type("#new-participants [name=identity]", "grace");
		this.browser.click("#add-new");
		this.browser.choose("#new-participants li:nth-child(2) select", "messaging");
		this.browser.type("#new-participants li:nth-child(2) [name=address]", "+15557770001");
		this.browser.type("#new-participants li:nth-child(2) [name=proxyAddress]", "+15557770002");
		save("new-conversation.png");
	}

	@Test
	void phone() throws IOException {
		this.browser.size(360, 720);
		lookUp("ada");
		this.browser.awaitText("#state", "that is all");
		this.browser.run("document.querySelector('.list').scrollIntoView()");
		save("phone.png");
	}

	private void lookUp(String value) {
		this.browser.find("[name=value]").clear();
		this.browser.type("[name=value]", value, Keys.ENTER);
	}

	private void make(String trouble) {
		this.browser.click("[data-trouble=" + trouble + "]");
		this.browser.awaitText("#log", "Trouble");
	}

	private void save(String name) throws IOException {
		Files.createDirectories(IMAGES);
		Picture.write(this.browser.screenshot(), IMAGES.resolve(name));
	}

}
