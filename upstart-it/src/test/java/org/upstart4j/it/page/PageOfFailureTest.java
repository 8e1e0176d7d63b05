package org.upstart4j.it.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.upstart4j.testkit.UpstartAssertions;
import org.upstart4j.testkit.UpstartExtension;

/** The page that a test of job files writes when it fails. */
@ExtendWith(BrowserExtension.class)
class PageOfFailureTest {

  @TempDir private Path folder;

  static class Scripted {

    @RegisterExtension
    UpstartExtension upstart =
        UpstartExtension.job("db", "start on deployed\nexec /usr/sbin/db\n")
            .withJob("web", "start on started db\nexec /usr/sbin/web\n");

    @Test
    void fails() {
      upstart.when("/usr/sbin/web").exitsWith(3);
      upstart.emit("deployed");
      UpstartAssertions.assertThat(upstart.job("web")).isRunning();
    }
  }

  static class Real {

    @RegisterExtension
    UpstartExtension upstart =
        UpstartExtension.job("db", "start on deployed\nexec sleep 1000\n").withHostProcesses();

    @Test
    void fails() {
      upstart.emit("deployed");
      UpstartAssertions.assertThat(upstart.job("db")).isStopped();
    }
  }

  private final Browser browser;

  PageOfFailureTest(Browser browser) {
    this.browser = browser;
  }

  @Test
  void aTestWithScriptedProcessesShowsItsJobsAndWhatHappenedToThem() throws IOException {
    browser.open(page(Scripted.class));

    assertThat(browser.find("h1").getText()).isEqualTo("Scripted.fails failed");
    assertThat(browser.names("#graph .job[data-id]")).containsExactlyInAnyOrder("db", "web");
    assertThat(browser.names("#timeline .row.failed")).containsExactly("web");
    assertThat(browser.find("#timeline .row.failed").getText()).contains("exited with status 3");

    browser.click("#timeline .row.failed");
    assertThat(browser.find("#panel").getText()).contains("web stop/waiting", "started db");
  }

  @Test
  void aTestWithRealProcessesShowsThemToo() throws IOException {
    browser.open(page(Real.class));

    assertThat(browser.names("#graph .job.running")).contains("db");
    assertThat(browser.names("#timeline .row")).containsExactly("db");
  }

  private String page(Class<?> test) throws IOException {
    List<Throwable> failures = new ArrayList<>();
    TestExecutionListener listener =
        new TestExecutionListener() {
          @Override
          public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            result.getThrowable().ifPresent(failures::add);
          }
        };
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(test))
                .configurationParameter("upstart.pages", folder.toString())
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .build(),
            listener);
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> pages = files.toList();
      assertThat(pages).as("the page of %s", failures).hasSize(1);
      return Files.readString(pages.get(0));
    }
  }
}
