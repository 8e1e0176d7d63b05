package org.upstart4j.it.page;

import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A Chromium without a screen. */
final class Browser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Warns that it does not know the newest protocol, of which nothing is used here. */
  private static final Logger WARNINGS =
      Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

  private final Path profile;
  private final ChromeDriver driver;
  private int pages;

  Browser(Path chromium, Path chromedriver) throws IOException {
    WARNINGS.setLevel(Level.OFF);
    profile = Files.createTempDirectory("upstart-browser");
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver.toFile())
            .usingAnyFreePort()
            .withEnvironment(Map.of("SE_AVOID_STATS", "true"))
            .build();
    driver = new ChromeDriver(service, options(chromium));
  }

  private ChromeOptions options(Path chromium) {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--window-size=1300,900",
        "--user-data-dir=" + profile);
    options.setCapability("goog:loggingPrefs", logs);
    return options;
  }

  /** Opens a page, in the light, on a screen of the usual size, and with its script. */
  void open(String html) {
    open(html, "");
  }

  /** Opens a page at a fragment, such as {@code #job=web}. */
  void open(String html, String fragment) {
    try {
      Path file = profile.resolve("page" + pages++ + ".html");
      Files.writeString(file, html);
      // the page of an empty tab asks for things of its own
      complaints();
      requests();
      driver.get(file.toUri() + fragment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Goes back to what a new browser is like. */
  void reset() {
    media("screen", "light");
    cdp("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    cdp("Emulation.clearDeviceMetricsOverride", Map.of());
    driver.get("about:blank");
  }

  /** Shows pages on a screen or on paper, for an eye that likes it light or dark. */
  void media(String media, String scheme) {
    cdp(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            media,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Runs no script of the pages that are opened from now on. */
  void withoutScript() {
    cdp("Emulation.setScriptExecutionDisabled", Map.of("value", true));
  }

  /** Shows pages as on a screen of a width. */
  void width(int pixels) {
    cdp(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 844, "deviceScaleFactor", 1, "mobile", true));
  }

  private void cdp(String command, Map<String, Object> parameters) {
    driver.executeCdpCommand(command, parameters);
  }

  /** Returns the only element that a selector of CSS names. */
  WebElement find(String selector) {
    List<WebElement> found = findAll(selector);
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " elements are " + selector);
    }
    return found.get(0);
  }

  List<WebElement> findAll(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** The names of the nodes or rows that a selector names, in the order of the page. */
  List<String> names(String selector) {
    return findAll(selector).stream().map(one -> one.getAttribute("data-name")).toList();
  }

  /** A mouse that takes no time to get anywhere. */
  private Actions actions() {
    return new Actions(driver, Duration.ZERO);
  }

  /** Presses keys wherever the focus is. */
  void press(CharSequence... keys) {
    actions().sendKeys(keys).perform();
  }

  /** Presses a key while another one is held. */
  void pressWith(Keys held, CharSequence key) {
    actions().keyDown(held).sendKeys(key).keyUp(held).perform();
  }

  void hover(String selector) {
    actions().moveToElement(find(selector)).perform();
  }

  /** Clicks as a mouse does, in the middle of the element. */
  void click(String selector) {
    actions().moveToElement(find(selector)).click().perform();
  }

  void clickFirst(String selector) {
    actions().moveToElement(findAll(selector).get(0)).click().perform();
  }

  /** Moves the mouse onto the middle of a line, which is rarely in the middle of its element. */
  void hoverLine(String selector) {
    Map<?, ?> at =
        (Map<?, ?>)
            driver.executeScript(
                """
                const path = arguments[0].querySelector('path');
                const middle = path.getPointAtLength(path.getTotalLength() / 2);
                const {x, y} = middle.matrixTransform(path.getScreenCTM());
                return {x: Math.round(x), y: Math.round(y)};
                """,
                find(selector));
    actions()
        .moveToLocation(((Number) at.get("x")).intValue(), ((Number) at.get("y")).intValue())
        .perform();
  }

  void back() {
    driver.navigate().back();
  }

  /** What an expression of JavaScript yields. */
  Object value(String expression) {
    return driver.executeScript("return " + expression);
  }

  /** Gives an element the focus of the keyboard. */
  void focus(String selector) {
    driver.executeScript("arguments[0].focus({focusVisible: true})", find(selector));
  }

  void focusFirst(String selector) {
    driver.executeScript("arguments[0].focus()", findAll(selector).get(0));
  }

  /** The value of a property of the first element. */
  String css(String selector, String property) {
    return findAll(selector).get(0).getCssValue(property);
  }

  double opacity(String selector) {
    return Double.parseDouble(css(selector, "opacity"));
  }

  /** Waits until an expression of JavaScript is true. */
  void await(String expression) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Boolean.TRUE.equals(value(expression))) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Not true within " + PATIENCE + ": " + expression);
      }
      Thread.onSpinWait();
    }
  }

  /** What the page asked for since it was opened, but for itself. */
  List<String> requests() {
    return log(LogType.PERFORMANCE)
        .map(entry -> JsonParser.parseString(entry.getMessage()).getAsJsonObject())
        .map(entry -> entry.getAsJsonObject("message"))
        .filter(message -> message.get("method").getAsString().equals("Network.requestWillBeSent"))
        .map(message -> message.getAsJsonObject("params").getAsJsonObject("request"))
        .map(request -> request.get("url").getAsString())
        .filter(url -> !url.startsWith(profile.toUri().toString()) && !url.startsWith("data:"))
        .filter(url -> !url.equals("about:blank"))
        .toList();
  }

  /** What the browser complained about since the page was opened: errors and violations. */
  List<String> complaints() {
    return log(LogType.BROWSER).map(LogEntry::getMessage).toList();
  }

  private Stream<LogEntry> log(String type) {
    return StreamSupport.stream(driver.manage().logs().get(type).spliterator(), false);
  }

  ChromeDriver driver() {
    return driver;
  }

  @Override
  public void close() throws IOException {
    driver.quit();
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted((one, other) -> other.compareTo(one)).map(Path::toFile).forEach(File::delete);
    }
  }
}
