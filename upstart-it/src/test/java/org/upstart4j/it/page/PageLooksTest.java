package org.upstart4j.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Dark and light, paper, narrow screens, and no script. */
@ExtendWith(BrowserExtension.class)
class PageLooksTest {

  private static final String PAGE = Folders.page(Folders.examples());

  private final Browser browser;

  PageLooksTest(Browser browser) {
    this.browser = browser;
  }

  @Test
  void thePageIsAsDarkAsTheReaderLikesIt() {
    browser.open(PAGE);
    assertThat(brightness(background())).isEqualTo(255);

    browser.media("screen", "dark");
    browser.await("document.documentElement.dataset.theme === 'dark'");
    assertThat(brightness(background())).isLessThan(60);
    assertThat(brightness(browser.css("#graph text", "fill"))).isGreaterThan(150);
  }

  @Test
  void theSwitchTurnsThePageAndThePicturesDarkAndLight() {
    browser.open(PAGE);
    String light = browser.css("#graph .job .shape", "fill");

    browser.click("#theme");
    assertThat(brightness(background())).isLessThan(60);
    assertThat(browser.css("#graph .job .shape", "fill")).isNotEqualTo(light);

    browser.click("#theme");
    assertThat(brightness(background())).isEqualTo(255);
    assertThat(browser.css("#graph .job .shape", "fill")).isEqualTo(light);
  }

  @Test
  void onPaperThePageIsWhiteAndHasNoControls() {
    browser.open(PAGE, "#job=web");
    browser.click("#theme");

    browser.media("print", "dark");

    assertThat(brightness(background())).isEqualTo(255);
    assertThat(brightness(browser.css("#graph text", "fill"))).isLessThan(100);
    assertThat(browser.find(".controls").isDisplayed()).isFalse();
    assertThat(browser.find("#graph .zoom").isDisplayed()).isFalse();
    assertThat(browser.find("#panel .close").isDisplayed()).isFalse();
    assertThat(browser.find("#panel").isDisplayed()).isTrue();
    assertThat(browser.opacity(".node.job[data-name='worker']")).isEqualTo(1);
  }

  @Test
  void aNarrowScreenIsNeverScrolledSideways() {
    browser.width(390);
    browser.open(PAGE, "#job=web");

    assertThat(browser.value("document.documentElement.scrollWidth")).isEqualTo(390L);
    assertThat(browser.find("#panel").isDisplayed()).isTrue();
    assertThat(browser.find("#search").isDisplayed()).isTrue();
  }

  @Test
  void theFocusedJobStandsAboveItsDetailsOnANarrowScreen() {
    browser.width(390);
    browser.open(PAGE, "#job=database");

    browser.await(
        """
        document.querySelector('.focused').getBoundingClientRect().bottom
            <= document.querySelector('#panel').getBoundingClientRect().top\
        """);
  }

  @Test
  void withoutAScriptThePicturesAreThereWithTheirTitles() {
    browser.withoutScript();

    browser.open(PAGE);

    assertThat(browser.find(".node.job[data-name='web']").isDisplayed()).isTrue();
    assertThat(browser.find(".controls").isDisplayed()).isFalse();
    assertThat(browser.findAll("svg g > title")).isNotEmpty();
  }

  @Test
  void aPictureCanBeEnlargedAndFitsTheScreenAgain() {
    browser.open(PAGE);
    double whole = width();

    browser.click("#graph [data-zoom='in']");
    assertThat(width()).isGreaterThan(whole);

    browser.press("-");
    browser.press("-");
    assertThat(width()).isLessThan(whole);

    browser.press("0");
    assertThat(width()).isEqualTo(whole);
  }

  private double width() {
    return ((Number)
            browser.value(
                "document.querySelector('#graph .stage svg').getBoundingClientRect().width"))
        .doubleValue();
  }

  private String background() {
    return browser.css("body", "background-color");
  }

  /** How bright a colour such as {@code rgb(1, 2, 3)} is, from 0 to 255. */
  private static double brightness(String colour) {
    return java.util.regex.Pattern.compile("[\\d.]+")
        .matcher(colour)
        .results()
        .limit(3)
        .mapToDouble(number -> Double.parseDouble(number.group()))
        .average()
        .orElseThrow();
  }
}
