package org.upstart4j.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.upstart4j.Event;
import org.upstart4j.Goal;
import org.upstart4j.State;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.version.UpstartVersion;
import org.upstart4j.picture.Page;
import org.upstart4j.picture.timeline.Happening;
import org.upstart4j.picture.timeline.Timeline;
import org.upstart4j.picture.timeline.TimelineBuilder;

/** A graph and a timeline on one page. */
@ExtendWith(BrowserExtension.class)
class PageTimelineTest {

  private static final String IMAGE = "<img src=x onerror=alert(1)>";

  private static final JobFolder FOLDER =
      Folders.folder(
          "db.conf", "start on deployed\nexec db\n",
          "web.conf", "start on started db\nexec web\n",
          "worker.conf", "instance $QUEUE\nstart on started web\nexec worker\n");

  private static final String PAGE =
      Page.of("The jobs").with(Folders.graph(FOLDER)).with(timeline()).toHtml();

  private final Browser browser;

  PageTimelineTest(Browser browser) {
    this.browser = browser;
  }

  @Test
  void aClickOnARowFocusesItsJobInBothPictures() {
    browser.open(PAGE);

    browser.click(row("web"));

    assertThat(browser.names("#graph .focused")).containsExactly("web");
    assertThat(browser.names("#timeline .focused")).containsExactly("web");
    assertThat(browser.names("#timeline .near")).contains("db", "web", "worker (mail)");
    assertThat(browser.find("#panel").getText()).contains("Times\nweb: runs");
  }

  @Test
  void allInstancesOfAJobAreFocused() {
    browser.open(PAGE, "#job=worker");

    assertThat(browser.names("#timeline .focused"))
        .containsExactlyInAnyOrder("worker (mail)", "worker (print)");
  }

  @Test
  void theSameJobIsMarkedInTheOtherPicture() {
    browser.open(PAGE);

    browser.hover("#graph .job[data-name='worker']");
    assertThat(browser.names("#timeline .same"))
        .containsExactlyInAnyOrder("worker (mail)", "worker (print)");

    browser.focus(row("db"));
    assertThat(browser.names("#graph .same")).containsExactly("db");
  }

  @Test
  void theSearchMarksRowsToo() {
    browser.open(PAGE);

    browser.press("/", "work");

    assertThat(browser.names("#timeline .hit"))
        .containsExactlyInAnyOrder("worker (mail)", "worker (print)");
  }

  @Test
  void arrowsLeadFromRowToRow() {
    browser.open(PAGE);

    browser.focus(row("db"));
    browser.press(Keys.ARROW_DOWN);

    assertThat(browser.value("document.activeElement.dataset.name")).isNotEqualTo("db");
    browser.press(Keys.ENTER);
    assertThat(browser.findAll("#timeline .focused")).isNotEmpty();
  }

  @Test
  void aTimelineAloneCanBeSearchedAndFocused() {
    browser.open(Page.of("Only a timeline").with(timeline()).toHtml());

    browser.press("/", "web", Keys.ENTER);

    assertThat(browser.names("#timeline .focused")).containsExactly("web");
    assertThat(browser.find("#panel h2").getText()).isEqualTo("web");
    assertThat(browser.value("location.hash")).isEqualTo("#job=web");
  }

  @Test
  void whatATimelineSaysIsText() {
    TimelineBuilder timeline = new TimelineBuilder();
    runs(timeline, 1, IMAGE, IMAGE);
    timeline.add(new Happening.Finished(seconds(2), Event.of(IMAGE).with("A", "</script>")));
    browser.open(Page.of("x").with(timeline.build()).toHtml());

    browser.click("#timeline .row[data-job]");

    assertThat(browser.findAll("img")).isEmpty();
    assertThat(browser.find("#panel h2").getText()).isEqualTo(IMAGE);
  }

  private static Timeline timeline() {
    TimelineBuilder timeline = new TimelineBuilder().folder(FOLDER, UpstartVersion.NEWEST);
    runs(timeline, 1, "db", "");
    timeline.add(new Happening.Finished(seconds(1), Event.of("started").with("JOB", "db")));
    runs(timeline, 2, "web", "");
    timeline.add(new Happening.Finished(seconds(2), Event.of("started").with("JOB", "web")));
    runs(timeline, 3, "worker", "mail");
    runs(timeline, 4, "worker", "print");
    return timeline.endsAt(seconds(10)).build();
  }

  private static void runs(TimelineBuilder timeline, int at, String job, String instance) {
    timeline
        .add(new Happening.NewGoal(seconds(at), job, instance, Goal.START))
        .add(new Happening.NewState(seconds(at), job, instance, State.STARTING))
        .add(new Happening.NewState(seconds(at), job, instance, State.RUNNING));
  }

  private static Duration seconds(int count) {
    return Duration.ofSeconds(count);
  }

  private static String row(String name) {
    return "#timeline .row[data-name='" + name + "']";
  }
}
