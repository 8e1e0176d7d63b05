package org.upstart4j.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.upstart4j.picture.Page;
import org.upstart4j.picture.graph.JobGraph;
import org.upstart4j.picture.graph.JobNode;
import org.upstart4j.picture.graph.SourceLine;

@ExtendWith(BrowserExtension.class)
class PageSafetyTest {

  private static final String IMAGE = "<img src=x onerror=alert(1)>";
  private static final String NASTY = IMAGE + "\"'&</script><script>alert(2)</script><!--\u2028";

  private final Browser browser;

  PageSafetyTest(Browser browser) {
    this.browser = browser;
  }

  @Test
  void aPageOfTheExamplesCausesNoErrorAndAsksForNothing() {
    browser.open(Folders.page(Folders.examples()));

    assertThat(browser.names(".node.job[data-id]")).contains("web", "database", "gateway");
    assertThat(browser.find(".controls").isDisplayed()).isTrue();
  }

  @Test
  void aPageOfNothingIsAPage() {
    browser.open(Folders.page());
    browser.press("/", "x", Keys.ENTER, Keys.ESCAPE);
    browser.press("+", "0");

    browser.open(Page.of("Nothing at all").toHtml(), "#job=web");
    browser.press("/", "x", Keys.ENTER, Keys.ESCAPE);
    browser.press("+", "0");
  }

  @Test
  void jobsThatStartEachOtherAreNeighbours() {
    browser.open(
        Folders.page(
            "a.conf", "start on started b\nexec a\n", "b.conf", "start on started a\nexec b\n"),
        "#job=a");

    assertThat(browser.names(".job.near")).containsExactlyInAnyOrder("a", "b");
    assertThat(browser.find("#panel").getText())
        .contains("What starts it\nstarted b", "What it starts\nb, when started");
  }

  @Test
  void aLongNameStaysWithinThePage() {
    String name = "long".repeat(50);
    browser.open(Folders.page(name + ".conf", "start on " + name + "\nexec x\n"), "#job=" + name);

    assertThat(browser.find("#panel h2").getText()).isEqualTo(name);
    assertThat(browser.value("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
  }

  @Test
  void aJobThatIsCalledLikeAnElementIsText() {
    browser.open(
        Folders.page(IMAGE + ".conf", "start on started web\nexec x\n", "web.conf", "exec x\n"));

    browser.click(".node.job[data-name^='<img']");

    assertThat(browser.find("#panel h2").getText()).isEqualTo(IMAGE);
    assertThat(browser.findAll("img")).isEmpty();
  }

  @Test
  void whateverJobFilesSayIsText() {
    browser.open(
        Folders.page(
            IMAGE + ".conf",
            "start on \"" + IMAGE + "</script><script>alert(2)</script><!--\"\nexec x\n",
            "web.conf",
            "bogus </script><script>alert(3)</script>\nexec x\n"));

    browser.click(".node.job[data-name^='<img']");
    browser.press("/", "img");

    assertNothingIsMade();
    assertThat(browser.find("#hits").getText()).isEqualTo("2 hits");
  }

  @Test
  void titlesNotesAndSourcesAreText() {
    JobNode job =
        new JobNode(
            "job:" + NASTY,
            NASTY,
            true,
            List.of(),
            List.of(),
            List.of(new SourceLine(NASTY, 1, NASTY)));

    browser.open(
        Page.of(NASTY).with(new JobGraph(List.of(job), List.of())).withNote(NASTY).toHtml());
    browser.click(".node.job[data-id]");

    assertNothingIsMade();
    assertThat(browser.driver().getTitle()).startsWith(IMAGE);
    assertThat(browser.find("#panel .source pre").getText()).startsWith(IMAGE);
    assertThat(browser.find(".notes").getText()).startsWith(IMAGE);
  }

  @Test
  void aScriptThatGotOntoThePageAllTheSameDoesNotRun() {
    browser.open(Folders.page("web.conf", "exec x\n"));

    browser.value(
        """
        (() => {
          const script = document.createElement('script');
          script.textContent = 'window.ran = true';
          document.body.append(script);
          const image = document.createElement('div');
          image.innerHTML = '<b onclick="window.ran = true" style="color: red">x</b>';
          document.body.append(image);
          image.firstChild.click();
        })()\
        """);

    assertThat(browser.value("window.ran === undefined")).isEqualTo(true);
    assertThat(browser.complaints())
        .hasSizeGreaterThanOrEqualTo(3)
        .allMatch(complaint -> complaint.contains("Content Security Policy"));
  }

  @Test
  void aRequestThatGotOntoThePageAllTheSameIsRefused() {
    browser.open(Folders.page("web.conf", "exec x\n"));

    browser.value("(fetch('https://example.org/').catch(() => (window.refused = true)), true)");

    browser.await("window.refused === true");
    assertThat(browser.requests()).isEmpty();
    assertThat(browser.complaints())
        .isNotEmpty()
        .allMatch(complaint -> complaint.contains("Content Security Policy"));
  }

  private void assertNothingIsMade() {
    assertThat(browser.findAll("img")).isEmpty();
    assertThat(browser.findAll("script")).hasSize(2);
    assertThat(browser.value("document.querySelectorAll('[onerror], [onclick]').length"))
        .isEqualTo(0L);
  }
}
