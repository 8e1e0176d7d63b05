package org.upstart4j.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

@ExtendWith(BrowserExtension.class)
class PageSearchTest {

  private static final String PAGE =
      Folders.page(
          "db.conf", "start on filesystem\nexec db\n",
          "web.conf", "start on started db\nexec web\n",
          "web-cache.conf", "start on started web\nexec cache\n",
          "old-web.conf", "start on web-is-old\nexec old\n");

  private final Browser browser;

  PageSearchTest(Browser browser) {
    this.browser = browser;
  }

  @BeforeEach
  void open() {
    browser.open(PAGE);
  }

  @Test
  void whatIsFoundIsMarkedAsOneTypes() {
    browser.press("/", "we");

    assertThat(browser.names("#graph .hit"))
        .containsExactlyInAnyOrder("web", "web-cache", "old-web", "web-is-old");
    assertThat(browser.find("#hits").getText()).isEqualTo("4 hits");
    assertThat(faded("db")).isTrue();
    assertThat(faded("web")).isFalse();

    browser.press("b-c");
    assertThat(browser.names("#graph .hit")).containsExactly("web-cache");
    assertThat(browser.find("#hits").getText()).isEqualTo("1 hit");
  }

  @Test
  void capitalsDoNotCount() {
    browser.press("/", "WEB-CACHE");

    assertThat(browser.names("#graph .hit")).containsExactly("web-cache");
  }

  @Test
  void enterGoesThroughTheHitsAndTheNameItselfComesFirst() {
    browser.press("/", "web", Keys.ENTER);
    assertThat(focused()).isEqualTo("web");
    assertThat(browser.find("#hits").getText()).isEqualTo("1 of 4");

    browser.press(Keys.ENTER);
    assertThat(focused()).isNotEqualTo("web");
    assertThat(browser.find("#hits").getText()).isEqualTo("2 of 4");

    browser.pressWith(Keys.SHIFT, Keys.ENTER);
    assertThat(focused()).isEqualTo("web");
    browser.pressWith(Keys.SHIFT, Keys.ENTER);
    assertThat(browser.find("#hits").getText()).isEqualTo("4 of 4");
  }

  @Test
  void theHitsAreListedAndAClickOpensOne() {
    browser.press("/", "cache");
    assertThat(browser.find("#panel h2").getText()).isEqualTo("1 hit");

    browser.click("#panel .results a");

    assertThat(focused()).isEqualTo("web-cache");
  }

  @Test
  void whatNothingIsCalledHasNoHits() {
    browser.press("/", "nobody", Keys.ENTER);

    assertThat(browser.find("#hits").getText()).isEqualTo("0 hits");
    assertThat(browser.findAll(".hit")).isEmpty();
    assertThat(browser.findAll(".focused")).isEmpty();
  }

  @Test
  void escapeEndsTheSearch() {
    browser.press("/", "web", Keys.ESCAPE);

    assertThat(browser.value("document.querySelector('#search').value")).isEqualTo("");
    assertThat(browser.findAll(".hit")).isEmpty();
    assertThat(faded("db")).isFalse();
    assertThat(browser.find("#panel").isDisplayed()).isFalse();
  }

  private String focused() {
    return browser.find("#graph .focused").getAttribute("data-name");
  }

  /** A change of opacity takes a moment. */
  private boolean faded(String job) {
    browser.await("document.getAnimations().every((one) => one.playState !== 'running')");
    return browser.opacity(".node.job[data-name='" + job + "']") < 0.5;
  }
}
