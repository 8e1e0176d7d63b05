package org.upstart4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.platform.Platform;

class StartsItselfRuleTest {

  private static List<String> in(String... files) {
    return Folders.findings(Rule.STARTS_ITSELF, Platform.UBUNTU_14_04, files);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stopped a",
        "filesystem or stopped a",
        "stopped JOB=a RESULT=ok",
        "stopped a RESULT!=failed",
        "stopping a",
      })
  void aJobOnItsOwnEndIsFound(String condition) {
    assertThat(in("a.conf", "start on " + condition + "\nexec x\n"))
        .singleElement()
        .asString()
        .contains("The end of \"a\" starts it again");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stopped a RESULT=failed",
        "stopped a PROCESS=main",
        "stopped a EXIT_STATUS=1",
        "runlevel [2345] and stopped a",
        "stopped b",
        "started a",
        "stopped $UPSTART_JOB",
      })
  void anEndThatComesOnceMoreOnlySometimesIsFine(String condition) {
    assertThat(in("a.conf", "start on " + condition + "\nexec x\n", "b.conf", "task\n")).isEmpty();
  }

  @Test
  void tasksInACircleGoOnWithoutEnd() {
    assertThat(
            in(
                "a.conf", "start on filesystem or stopped c\ntask\n",
                "b.conf", "start on stopped a\ntask\n",
                "c.conf", "start on stopping b\ntask\n"))
        .hasSize(3)
        .first()
        .isEqualTo(
            "a.conf:1:24: The end of \"a\" leads to the end of \"c\", which starts it again");
  }

  @Test
  void aTaskBetweenTheEndAndTheStartOfAServiceMakesItUnstoppable() {
    assertThat(
            in(
                "a.conf", "start on filesystem or stopped b\nexec x\n",
                "b.conf", "start on stopped a\ntask\n"))
        .singleElement()
        .asString()
        .startsWith("a.conf:1:24: ");
  }

  @Test
  void servicesThatTakeTurnsAreFine() {
    assertThat(
            in(
                "a.conf", "start on filesystem or stopped b\nexec x\n",
                "b.conf", "start on stopped a\nexec y\n"))
        .isEmpty();
  }

  @Test
  void aTaskAfterAnotherJobIsFine() {
    assertThat(in("a.conf", "start on stopped b\ntask\n", "b.conf", "start on filesystem\n"))
        .isEmpty();
  }
}
