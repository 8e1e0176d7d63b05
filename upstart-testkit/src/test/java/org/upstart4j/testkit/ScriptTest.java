package org.upstart4j.testkit;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.upstart4j.testkit.UpstartAssertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.upstart4j.ProcessType;

/** Scripted processes that ask the Upstart for something, as real ones do through initctl. */
class ScriptTest {

  @RegisterExtension
  UpstartExtension upstart =
      UpstartExtension.job("disks", "start on startup\nemits filesystem\nexec /sbin/disks\n")
          .withJob("web", "start on filesystem\nexec /usr/sbin/web\n")
          .withJob("worker", "instance $QUEUE\nexec /usr/sbin/worker\n")
          .withJob("check", "task\ninstance $NAME\nexec /usr/bin/check\n");

  @Test
  void aProcessEmitsAnEvent() {
    upstart.when("/sbin/disks").emits("filesystem", "KIND=all").neverEnds();

    upstart.emit("startup");

    assertThat(upstart.job("web")).isRunning();
    assertThat(upstart.history()).emitted("filesystem KIND=all");
  }

  @Test
  void aProcessEmitsAnEventLaterAndGoesOnWhenThatHasComeToItsEnd() {
    upstart.when("web", ProcessType.MAIN).after(Duration.ofSeconds(1)).exitsWith(0);
    upstart.when("/sbin/disks").after(Duration.ofSeconds(5)).emits("filesystem").exitsWith(0);

    upstart.emit("startup");
    upstart.advance(Duration.ofSeconds(4));
    assertThat(upstart.history()).didNotEmit("filesystem");
    assertThat(upstart.job("disks")).isRunning();

    upstart.advance(Duration.ofSeconds(1));
    assertThat(upstart.job("web")).isRunning();
    assertThat(upstart.job("disks")).isStopped();
  }

  @Test
  void aProcessStartsAndStopsOtherJobs() {
    upstart
        .when("/sbin/disks")
        .runs("start", "worker", "QUEUE=mail")
        .runs("start", "worker", "QUEUE=print")
        .runs("stop", "worker", "QUEUE=mail")
        .neverEnds();

    upstart.emit("startup");

    assertThat(upstart.job("worker")).hasInstances("print");
  }

  @Test
  void aProcessStopsItsOwnJob() {
    upstart.when("/usr/bin/check").runs("stop").neverEnds();

    upstart.start("check", "NAME=a");

    assertThat(upstart.job("check")).isStopped("NAME=a");
  }

  @Test
  void whatAProcessRunsFailsItAsItWouldAScript() {
    upstart.when("/sbin/disks").runs("start", "nobody").emits("filesystem").neverEnds();

    upstart.emit("startup");

    assertThat(upstart.job("disks")).isStopped();
    assertThat(upstart.history()).didNotEmit("filesystem");
  }

  @Test
  void aProcessThatIsKilledRunsNothingMore() {
    upstart.when("/sbin/disks").after(Duration.ofSeconds(5)).emits("filesystem").neverEnds();

    upstart.emit("startup");
    upstart.stop("disks");
    upstart.advance(Duration.ofSeconds(10));

    assertThat(upstart.history()).didNotEmit("filesystem");
  }

  @Test
  void onlyTheProgramsOfUpstartAreRun() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> upstart.when("/sbin/disks").runs("/bin/rm", "-r"));
  }

  static class Misspelt {

    @RegisterExtension
    UpstartExtension upstart = UpstartExtension.job("web", "exec /usr/sbin/web\n");

    @Test
    void fails() {
      upstart.when("/usr/sbin/wbe").exitsWith(1);
      upstart.when("web", ProcessType.PRE_START).exitsWith(1);
      upstart.when("/usr/sbin/web").neverEnds();
      upstart.start("web");
      assertThat(upstart.job("web")).isStopped();
    }
  }

  @Test
  void aTestThatFailsNamesTheScriptsThatNoProcessUsed() {
    assertThat(Arrays.toString(Launched.failureOf(Misspelt.class).getSuppressed()))
        .contains("Scripts that no process used:\n  /usr/sbin/wbe\n  web pre-start]");
  }
}
