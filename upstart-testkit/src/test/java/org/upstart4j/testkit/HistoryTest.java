package org.upstart4j.testkit;

import static org.upstart4j.testkit.UpstartAssertions.assertThat;
import static org.upstart4j.testkit.UpstartAssertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.upstart4j.JobFailedException;
import org.upstart4j.Signal;

class HistoryTest {

  @RegisterExtension
  UpstartExtension upstart =
      UpstartExtension.job("web", "start on deployed\nrespawn\nexec /usr/sbin/web --fast\n")
          .withJob("killed", "task\nexec /usr/bin/killed\n")
          .withJob("missing", "task\nexec /usr/bin/missing\n")
          .withJob(
              "scripts",
              """
              instance $KEY
              pre-start script
                mkdir -p /run/scripts
                touch /run/scripts/1
              end script
              exec forever
              """);

  @Test
  void itPrintsAsATimeline() {
    upstart.when("/usr/sbin/web").after(Duration.ofMillis(1500)).exitsWith(1).then().neverEnds();
    upstart.emit("deployed", "VERSION=1");
    upstart.advance(Duration.ofMinutes(2));
    upstart.stop("web");

    assertThat(upstart.history())
        .hasToString(
            """
                0.000 s  emit deployed VERSION=1
                0.000 s  web start/waiting
                0.000 s  web start/starting
                0.000 s  web start/pre-start
                0.000 s  web main process 1000: /usr/sbin/web --fast
                0.000 s  web start/spawned
                0.000 s  event starting JOB=web INSTANCE=
                0.000 s  web start/post-start
                0.000 s  web start/running
                0.000 s  event deployed VERSION=1
                0.000 s  event started JOB=web INSTANCE=
                1.500 s  web main process 1000 ended with exit status 1
                1.500 s  web start/stopping
                1.500 s  web start/killed
                1.500 s  web start/post-stop
                1.500 s  web start/starting
                1.500 s  event stopping JOB=web INSTANCE= RESULT=ok
                1.500 s  web start/pre-start
                1.500 s  web main process 1010: /usr/sbin/web --fast
                1.500 s  web start/spawned
                1.500 s  event starting JOB=web INSTANCE=
                1.500 s  web start/post-start
                1.500 s  web start/running
                1.500 s  event started JOB=web INSTANCE=
              120.000 s  stop web
              120.000 s  web stop/running
              120.000 s  web stop/pre-stop
              120.000 s  web stop/stopping
              120.000 s  web stop/killed
              120.000 s  TERM to web main process 1010
              120.000 s  web main process 1010 ended with signal TERM
              120.000 s  event stopping JOB=web INSTANCE= RESULT=ok
              120.000 s  web stop/post-stop
              120.000 s  web stop/waiting
              120.000 s  event stopped JOB=web INSTANCE= RESULT=ok
            """);
  }

  @Test
  void aScriptIsToldByItsFirstLine() {
    upstart.start("scripts", "KEY=one");

    assertThat(upstart.history())
        .containsSubsequence(
            "scripts (one) pre-start process 1000: mkdir -p /run/scripts ...",
            "scripts (one) pre-start process 1000 ended with exit status 0",
            "scripts (one) main process 1010: forever");
  }

  @Test
  void aFailureSaysWhatFailedAndHow() {
    upstart.when("/usr/bin/killed").isKilledBy(Signal.of("SEGV"));
    upstart.when("/usr/bin/missing").cannotBeSpawned("unable to execute: No such file");

    assertThatThrownBy(() -> upstart.start("killed")).isInstanceOf(JobFailedException.class);
    assertThatThrownBy(() -> upstart.start("missing")).isInstanceOf(JobFailedException.class);

    assertThat(upstart.history())
        .containsSubsequence(
            "killed main process 1000 ended with signal SEGV", "killed failed with signal SEGV")
        .containsSubsequence(
            "missing main process 1010 failed: unable to execute: No such file",
            "missing failed to run a process");
  }

  @Test
  void everyEntryKnowsItsTime() {
    upstart.advance(Duration.ofSeconds(90));
    upstart.emit("deployed");

    assertThat(upstart.history().entries())
        .contains(new History.Entry(Duration.ofSeconds(90), "emit deployed"));
  }

  @Test
  void aPartOfItBeginsWithTheLastLineOfThatKind() {
    upstart.start("scripts", "KEY=one");
    upstart.start("scripts", "KEY=two");
    upstart.emit("anything");

    assertThat(upstart.history().since("start scripts"))
        .contains("start scripts KEY=two", "scripts (two) start/running", "emit anything")
        .doesNotContain("start scripts KEY=one");
    assertThat(upstart.history().since("emit").lines())
        .containsExactly("emit anything", "event anything");
    assertThat(upstart.history().since("scr").lines()).isEmpty();
  }
}
