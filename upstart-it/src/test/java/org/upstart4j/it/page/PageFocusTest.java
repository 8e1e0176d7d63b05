package org.upstart4j.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

@ExtendWith(BrowserExtension.class)
class PageFocusTest {

  private static final String PAGE =
      Folders.page(
          "db.conf", "description \"x\"\nstart on filesystem\nexec db\n",
          "cache.conf", "start on filesystem\nexec cache\n",
          "web.conf", "start on started db and started cache\nstop on stopping db\nexec web\n",
          "log.conf", "start on started web\nexec log\n",
          "far.conf", "start on started log\nexec far\n");

  private final Browser browser;

  PageFocusTest(Browser browser) {
    this.browser = browser;
  }

  @Test
  void aClickFocusesAJobAndKeepsItsNeighbours() {
    browser.open(PAGE);

    browser.click(node("web"));

    assertThat(browser.names(".focused")).containsExactly("web");
    assertThat(browser.names(".job.near")).containsExactlyInAnyOrder("web", "db", "cache", "log");
    assertThat(browser.findAll(".joint.near")).hasSize(1);
    assertThat(browser.find(node("web")).getAttribute("aria-pressed")).isEqualTo("true");

    browser.click(node("web"));
    assertThat(browser.findAll(".focused")).isEmpty();
    assertThat(browser.find("#panel").isDisplayed()).isFalse();
  }

  @Test
  void theDetailsSayWhatAJobIsMadeOfAndWhatItHasToDoWithOthers() {
    browser.open(PAGE, "#job=web");

    assertThat(browser.find("#panel").getText())
        .contains("web.conf:1", "start on started db and started cache")
        .contains("What starts it\nstarted db\nstarted cache")
        .contains("What stops it\nstopping db")
        .contains("What it starts\nlog");
  }

  @Test
  void aLinkInTheDetailsFocusesAnotherJob() {
    browser.open(PAGE, "#job=web");

    browser.driver().findElement(org.openqa.selenium.By.linkText("log")).click();

    assertThat(browser.names(".focused")).containsExactly("log");
    assertThat(browser.value("location.hash")).isEqualTo("#job=log");
  }

  @Test
  void enterAndTheSpaceBarFocusToo() {
    browser.open(PAGE);

    browser.focus(node("db"));
    browser.press(Keys.ENTER);
    assertThat(browser.names(".focused")).containsExactly("db");

    browser.press(Keys.SPACE);
    assertThat(browser.findAll(".focused")).isEmpty();
  }

  @Test
  void arrowsLeadAlongTheEdges() {
    browser.open(PAGE);
    browser.focus(node("log"));

    browser.press(Keys.ARROW_RIGHT);
    assertThat(active()).isEqualTo("far");
    browser.press(Keys.ARROW_LEFT);
    assertThat(active()).isEqualTo("log");
    browser.press(Keys.ARROW_LEFT);
    assertThat(active()).isEqualTo("web");
  }

  @Test
  void theTabKeyStopsOnceInAPictureWhereOneWasLast() {
    browser.open(PAGE);

    browser.focus(node("log"));

    assertThat(browser.names("#graph [tabindex='0']")).containsExactly("log");
  }

  @Test
  void theAddressSaysWhatIsFocusedAndTheWayBackWorks() {
    browser.open(PAGE);
    browser.click(node("web"));
    browser.click(node("log"));
    assertThat(browser.value("location.hash")).isEqualTo("#job=log");

    browser.back();
    browser.await("document.querySelector('.focused')?.dataset.name === 'web'");

    browser.back();
    browser.await("document.querySelector('.focused') === null");
  }

  @Test
  void anAddressOpensThePageAtAJob() {
    browser.open(PAGE, "#job=far");

    assertThat(browser.names(".focused")).containsExactly("far");
    assertThat(browser.find("#panel h2").getText()).isEqualTo("far");
  }

  @Test
  void theFocusedJobOfALargeGraphIsInSightAndLegible() {
    browser.open(Folders.page(Folders.some(240)), "#job=db-077");

    assertThat(isInSight("db-077")).isTrue();
    assertThat(height("db-077")).isGreaterThan(15);

    browser.press("/", "db-003", Keys.ENTER);
    browser.await(IN_SIGHT.formatted("db-003"));
  }

  @Test
  void anAddressOfAJobThatIsNotThereOpensThePage() {
    browser.open(PAGE, "#job=__proto__&node=constructor&group=%00");

    assertThat(browser.findAll(".focused")).isEmpty();
    assertThat(browser.find("h1").getText()).isEqualTo("The jobs");
  }

  @Test
  void theSourceOfAJobIsShownWhereTheMouseIs() {
    browser.open(PAGE);

    browser.hover(node("db"));

    assertThat(browser.find("#tip").getText()).contains("db.conf:2: start on filesystem");
    assertThat(browser.findAll("svg title")).isEmpty();
  }

  @Test
  void theSourceOfAnEdgeIsShownWhereTheMouseIs() {
    browser.open(PAGE);

    browser.hoverLine(".edge[data-from='job:log']");

    assertThat(browser.find("#tip").getText()).contains("far.conf:1: start on started log");
  }

  @Test
  void theSourceIsShownForTheKeyboardTooAndEscapeHidesIt() {
    browser.open(PAGE);

    browser.focus(node("db"));
    assertThat(browser.find("#tip").getText()).contains("db.conf:2: start on filesystem");

    browser.press(Keys.ESCAPE);
    assertThat(browser.find("#tip").isDisplayed()).isFalse();
  }

  @Test
  void escapeEndsTheFocus() {
    browser.open(PAGE, "#job=web");

    browser.press(Keys.ESCAPE);

    assertThat(browser.findAll(".focused")).isEmpty();
    assertThat(browser.value("location.hash")).isEqualTo("");
  }

  private static final String IN_SIGHT =
      """
      (() => {
        const stage = document.querySelector('#graph .stage').getBoundingClientRect();
        const node = document.querySelector('.job[data-name="%s"]').getBoundingClientRect();
        return node.left >= stage.left && node.right <= stage.right
            && node.top >= stage.top && node.bottom <= stage.bottom;
      })()\
      """;

  private boolean isInSight(String job) {
    return (boolean) browser.value(IN_SIGHT.formatted(job));
  }

  private double height(String job) {
    return ((Number)
            browser.value(
                "document.querySelector('.job[data-name=\""
                    + job
                    + "\"]').getBoundingClientRect().height"))
        .doubleValue();
  }

  private String active() {
    return (String) browser.value("document.activeElement.dataset.name");
  }

  private static String node(String job) {
    return ".node.job[data-name='" + job + "']";
  }
}
