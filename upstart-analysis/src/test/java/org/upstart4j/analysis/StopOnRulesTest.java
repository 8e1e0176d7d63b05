package org.upstart4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.finding.Severity;
import org.upstart4j.analysis.platform.Platform;

class StopOnRulesTest {

  private static List<Finding> check(Rule rule, String text) {
    return Folders.check(rule, Platform.UBUNTU_14_04, text);
  }

  @Test
  void aServiceWithoutStopOnIsFoundAtItsStartOn() {
    assertThat(check(Rule.NO_STOP_ON, "exec x\nstart on filesystem\n"))
        .singleElement()
        .hasToString(
            "shop.conf:2:1: warning: The service \"shop\" has no \"stop on\" [no-stop-on]");
  }

  @Test
  void tasksJobsWithoutProcessAndThoseStartedByHandNeedNone() {
    assertThat(check(Rule.NO_STOP_ON, "exec x\nstart on filesystem\ntask\n")).isEmpty();
    assertThat(check(Rule.NO_STOP_ON, "pre-start exec x\nstart on filesystem\n")).isEmpty();
    assertThat(check(Rule.NO_STOP_ON, "exec x\n")).isEmpty();
    assertThat(check(Rule.NO_STOP_ON, "exec x\nstart on a\nstop on b\n")).isEmpty();
  }

  @Test
  void aTaskWithStopOnIsFoundAtIt() {
    assertThat(check(Rule.STOP_ON_IN_TASK, "task\nexec x\nstop on runlevel [06]\n"))
        .singleElement()
        .hasToString(
            "shop.conf:3:1: warning: The task \"shop\" has a \"stop on\" [stop-on-in-task]");
    assertThat(check(Rule.STOP_ON_IN_TASK, "exec x\nstop on runlevel [06]\n")).isEmpty();
  }

  @Test
  void bothAreOffByDefault() {
    assertThat(Rule.NO_STOP_ON.severity()).isEqualTo(Severity.OFF);
    assertThat(Rule.STOP_ON_IN_TASK.severity()).isEqualTo(Severity.OFF);
  }
}
