package org.upstart4j.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** A thousand jobs. */
@ExtendWith(BrowserExtension.class)
class PageGroupsTest {

  private static final String PAGE = Folders.page(Folders.thousand());

  private final Browser browser;

  PageGroupsTest(Browser browser) {
    this.browser = browser;
  }

  @Test
  void manyJobsAreGroupsFirst() {
    browser.open(PAGE);

    assertThat(browser.findAll("#graph .node.group[data-id]")).hasSizeBetween(2, 200);
    assertThat(browser.findAll("#graph .node.job[data-id]")).isEmpty();
    assertThat(browser.find(".counts").getText()).contains("1000 jobs");
    assertThat(PAGE.length()).isLessThan(6_000_000);
  }

  @Test
  void aClickOpensAGroupAndThereIsAWayBack() {
    browser.open(PAGE);
    int groups = browser.findAll("#graph .node.group[data-id]").size();

    browser.clickFirst("#graph .node.group[data-id]");
    assertThat(browser.findAll("#graph .node.job[data-id]")).isNotEmpty();

    browser.click("#graph .where button");
    assertThat(browser.findAll("#graph .node.group[data-id]")).hasSize(groups);
  }

  @Test
  void enterOpensAGroupAndEscapeLeadsBack() {
    browser.open(PAGE);

    browser.focusFirst("#graph .node.group[data-id]");
    browser.press(Keys.ENTER);
    assertThat(browser.findAll("#graph .node.job[data-id]")).isNotEmpty();

    browser.press(Keys.ESCAPE);
    assertThat(browser.findAll("#graph .node.group[data-id]")).isNotEmpty();
  }

  @Test
  void theSearchFindsJobsInAllGroupsAndOpensTheirs() {
    browser.open(PAGE);

    browser.press("/", "mail-042");
    assertThat(browser.find("#hits").getText()).isEqualTo("1 hit");
    assertThat(browser.findAll("#graph .node.group.hit")).hasSize(1);
    browser.press(Keys.ENTER);
    assertThat(browser.names("#graph .focused")).containsExactly("mail-042");

    browser.pressWith(Keys.CONTROL, "a");
    browser.press("web-007", Keys.ENTER);
    assertThat(browser.names("#graph .focused")).containsExactly("web-007");
  }

  @Test
  void anAddressOpensTheGroupOfAJob() {
    browser.open(PAGE, "#job=queue-099");

    assertThat(browser.names("#graph .focused")).containsExactly("queue-099");
    assertThat(browser.find("#panel").getText())
        .contains("started proxy-099")
        .contains("What it starts\nsync-099");
  }

  @Test
  void aLinkLeadsToAJobOfAnotherGroup() {
    browser.open(PAGE, "#job=db-001");

    browser.driver().findElement(org.openqa.selenium.By.linkText("cron-001")).click();

    assertThat(browser.names("#graph .focused")).containsExactly("cron-001");
  }

  @Test
  void theBackKeyOfTheBrowserLeavesAGroup() {
    browser.open(PAGE);
    browser.clickFirst("#graph .node.group[data-id]");

    browser.back();

    browser.await("document.querySelector('#graph .node.group') !== null");
  }
}
