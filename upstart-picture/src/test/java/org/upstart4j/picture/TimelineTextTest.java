package org.upstart4j.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstart4j.ExitStatus;
import org.upstart4j.State;
import org.upstart4j.picture.timeline.Look;
import org.upstart4j.picture.timeline.Timeline;
import org.upstart4j.picture.timeline.TimelineBuilder;
import org.upstart4j.picture.timeline.Told;

class TimelineTextTest {

  private static Timeline boot() {
    Told told = new Told().job("web", "started db").job("never", "nothing").outside("startup");
    told.start("db").is("db", State.PRE_START).at(2).is("db", State.RUNNING).own("started", "db");
    told.start("web").is("web", State.STARTING).at(3).is("web", State.RUNNING);
    told.failed("web", ExitStatus.of(1)).at(4).stop("web").is("web", State.WAITING);
    return told.timeline();
  }

  @Test
  void barsTellWaitingWorkingAndRunningApart() {
    assertThat(TimelineText.of(boot(), 47, true, Look.PLAIN))
        .containsExactly(
            "2 instances, 1 failed, 1 never started, in 4 s",
            "       0 s                 2 s              4 s",
            "       startup",
            "       v",
            "web                        ..........x=========",
            "       failed at 3.000: a process exited with",
            "       status 1",
            "never  never started: it waits for nothing",
            "db     ####################====================",
            "",
            ".. waits for others  ## works  == runs  x failed  r respawned  > is on its way");
  }

  @Test
  void theChainSaysWhatWaitedAndWhatWorked() {
    assertThat(TimelineText.chain(boot(), Look.PLAIN))
        .containsExactly(
            "Critical path to web; each line had to wait for the next (@ reached at, + took):",
            "  @3.000  web runs  +1.000 waited  (started db)",
            "  @2.000  db runs   +2.000 worked  (cause not known)");
  }

  @Test
  void anEmptyTimelineSaysSo() {
    assertThat(TimelineText.of(new TimelineBuilder().build(), 80, false, Look.PLAIN))
        .containsExactly("0 instances, in 0 ms");
    assertThat(TimelineText.chain(new TimelineBuilder().build(), Look.PLAIN)).isEmpty();
  }

  @Test
  void noNameCommandsATerminal() {
    Told told = new Told().runs("a\u001b[2Jb\u202e").at(1);

    List<String> lines = TimelineText.of(told.timeline(), 80, false, Look.PLAIN);

    assertThat(String.join("\n", lines)).doesNotContain("\u001b", "\u202e").contains("a\\x1b[2Jb");
  }

  @Test
  void noLineIsWiderThanAsked() {
    Told told = new Told().runs("x".repeat(300)).job("y".repeat(300), "z".repeat(300)).at(1);

    assertThat(TimelineText.of(told.timeline(), 60, true, Look.PLAIN))
        .filteredOn(line -> !line.startsWith(".."))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(60));
  }
}
