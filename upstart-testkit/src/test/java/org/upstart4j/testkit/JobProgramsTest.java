package org.upstart4j.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.upstart4j.testkit.UpstartAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.Environment;
import org.upstart4j.Job;

/** Real processes that call initctl and its links. */
class JobProgramsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  @RegisterExtension
  UpstartExtension upstart =
      UpstartExtension.job(
              "disks",
              """
              start on startup
              script
                initctl emit --no-wait filesystem KIND=all "NAME=a b" NOTHING=
                exec sleep 1000
              end script
              """)
          .withJob("web", "start on filesystem KIND=all NAME=\"a b\"\nexec sleep 1000\n")
          .withJob("worker", "instance $QUEUE\nexec sleep 1000\n")
          .withJob(
              "boss",
              """
              task
              script
                start worker QUEUE=mail
                start -n worker QUEUE=print
                stop worker QUEUE=mail
              end script
              """)
          .withJob("stops", "instance $NAME\nscript\nstop\nsleep 1000\nend script\n")
          .withJob("path", "task\nenv PATH=/bin:/usr/bin\nexec initctl version\n")
          .withJob("fails", "task\nscript\ninitctl start nobody\nend script\n")
          .withJob(
              "tells",
              """
              task
              instance $FILE
              script
                exec >"$FILE.part" 2>&1
                status
                status web
                initctl list | sort
                initctl list --quiet
                status nobody || echo "= $?"
                initctl nonsense || echo "= $?"
                initctl version
                mv "$FILE.part" "$FILE"
              end script
              """)
          .withHostProcesses();

  @BeforeAll
  static void linux() {
    assumeTrue(Files.exists(Path.of("/proc/self/stat")), "skipped: real processes need Linux");
  }

  @Test
  void aJobEmitsAnEvent() {
    upstart.emit("startup");

    assertThat(upstart.job("web")).runsWithin(PATIENCE);
  }

  @Test
  void aJobStartsAndStopsOthers() {
    upstart.start("boss");

    assertThat(upstart.job("worker")).runsWithin(PATIENCE, "QUEUE=print").hasInstances("print");
  }

  @Test
  void aJobStopsItself() {
    upstart.start("stops", "NAME=ä b");

    assertThat(upstart.job("stops")).stopsWithin(PATIENCE, "NAME=ä b");
  }

  @Test
  void thePathOfTheJobItselfMayBeAnyOther() {
    upstart.start("path");
  }

  @Test
  void aCommandThatFailsFailsTheScript() {
    assertThat(upstart.upstart().job("fails").startAsync(Environment.EMPTY).toCompletableFuture())
        .failsWithin(PATIENCE)
        .withThrowableThat()
        .withMessageContaining("its main process exited with status 1");
  }

  @Test
  void theyAnswerAsInitctlDoes() throws IOException {
    Path file = folder.resolve("told");
    Job tells = upstart.job("tells");

    tells.start(Environment.of("FILE", file.toString()));

    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(0)).startsWith("tells (" + file + ") start/running, process ");
    assertThat(lines.subList(1, lines.size()))
        .containsExactly(
            "web stop/waiting",
            "boss stop/waiting",
            "disks stop/waiting",
            "fails stop/waiting",
            "path stop/waiting",
            "stops stop/waiting",
            lines.get(0),
            "web stop/waiting",
            "worker stop/waiting",
            "status: Unknown job: nobody",
            "= 1",
            "initctl: invalid command: nonsense",
            "Try `initctl --help' for more information.",
            "= 1",
            "init (upstart 1.13.2)");
  }
}
