package dev.conversations.sample;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;

import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Chromium as Debian packages it, without a window.
 */
final class Browser implements AutoCloseable {

	/**
	 * Why tests are skipped.
	 */
	static final String MISSING = "There is no /usr/bin/chromium with /usr/bin/chromedriver";

	private static final Path CHROMIUM = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));

	private static final Path DRIVER = Path.of(System.getProperty("chromedriver", "/usr/bin/chromedriver"));

	private static final Duration LIMIT = Duration.ofSeconds(90);

	private final ChromeDriver driver;

	private int width = 1360;

	private int height = 860;

	private boolean dark;

	Browser() {
		LoggingPreferences logs = new LoggingPreferences();
		logs.enable(LogType.BROWSER, Level.ALL);
		ChromeOptions options = new ChromeOptions().setBinary(CHROMIUM.toFile())
			.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
					"--disable-background-networking", "--disable-component-update", "--disable-sync",
					"--force-color-profile=srgb", "--lang=en-US");
		options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
		this.driver = new ChromeDriver(
				new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).usingAnyFreePort().build(),
				options);
	}

	/**
	 * Whether there is a browser, and its driver.
	 */
	static boolean isInstalled() {
		return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
	}

	/**
	 * Opens a URL in a tab of its own, which knows nothing of those before.
	 */
	void open(String url) {
		String old = this.driver.getWindowHandle();
		this.driver.switchTo().newWindow(WindowType.TAB);
		String fresh = this.driver.getWindowHandle();
		this.driver.switchTo().window(old).close();
		this.driver.switchTo().window(fresh);
		applySize();
		applyMedia();
		this.driver.get(url);
	}

	void reload() {
		this.driver.navigate().refresh();
	}

	String url() {
		return this.driver.getCurrentUrl();
	}

	void size(int width, int height) {
		this.width = width;
		this.height = height;
		applySize();
	}

	/**
	 * Sets the size of the tab, since a window is 500 pixels wide at least.
	 */
	private void applySize() {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", this.width, "height", this.height, "deviceScaleFactor", 1, "mobile", false));
	}

	void dark(boolean dark) {
		this.dark = dark;
		applyMedia();
	}

	private void applyMedia() {
		this.driver.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features",
						List.of(Map.of("name", "prefers-color-scheme", "value", this.dark ? "dark" : "light"),
								Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
	}

	WebElement find(String css) {
		return await((driver) -> driver.findElements(By.cssSelector(css)).stream().findFirst().orElse(null));
	}

	List<WebElement> findAll(String css) {
		return this.driver.findElements(By.cssSelector(css));
	}

	void click(String css) {
		await((driver) -> {
			WebElement element = find(css);
			boolean ready = element.isDisplayed() && element.isEnabled();
			if (ready) {
				element.click();
			}
			return ready;
		});
	}

	void type(String css, CharSequence... keys) {
		find(css).sendKeys(keys);
	}

	void press(CharSequence... keys) {
		this.driver.switchTo().activeElement().sendKeys(keys);
	}

	void choose(String css, String value) {
		run("const e = document.querySelector(arguments[0]); e.value = arguments[1];"
				+ "e.dispatchEvent(new Event('change', { bubbles: true }));", css, value);
	}

	String text(String css) {
		return find(css).getText();
	}

	int number(String css) {
		String digits = text(css).replaceAll("[^0-9]", "");
		return digits.isEmpty() ? 0 : Integer.parseInt(digits);
	}

	void awaitText(String css, String part) {
		await((driver) -> text(css).contains(part));
	}

	<T> T await(Function<? super ChromeDriver, T> condition) {
		return new WebDriverWait(this.driver, LIMIT, Duration.ofMillis(50))
			.ignoring(StaleElementReferenceException.class)
			.until((driver) -> condition.apply(this.driver));
	}

	Object run(String script, Object... arguments) {
		return this.driver.executeScript(script, arguments);
	}

	Object runAsync(String script, Object... arguments) {
		this.driver.manage().timeouts().scriptTimeout(LIMIT);
		return this.driver.executeAsyncScript(script, arguments);
	}

	/**
	 * What the console has said since it was last asked.
	 */
	List<String> console() {
		return this.driver.manage().logs().get(LogType.BROWSER).getAll().stream().map(LogEntry::getMessage).toList();
	}

	File screenshot() {
		return this.driver.getScreenshotAs(OutputType.FILE);
	}

	@Override
	public void close() {
		this.driver.quit();
	}

}
