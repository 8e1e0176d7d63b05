package org.upstart4j.testkit;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.upstart4j.testkit.UpstartAssertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.upstart4j.JobStatus;

/** Assertions pass and fail where they should, and say why. */
class AssertionsTest {

  @RegisterExtension
  UpstartExtension upstart =
      UpstartExtension.job("web", "exec /usr/sbin/web\npost-stop exec /usr/bin/clean\n")
          .withJob("worker", "instance $QUEUE\nexec /usr/sbin/worker\n");

  @BeforeEach
  void start() {
    upstart.start("web");
    upstart.start("worker", "QUEUE=mail");
  }

  private static void assertFails(Runnable assertion, String message) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(assertion::run)
        .withMessageStartingWith(message);
  }

  @Test
  void aJobRunsOrIsStopped() {
    assertThat(upstart.job("web")).isRunning();
    assertThat(upstart.job("worker")).isRunning("QUEUE=mail").isStopped("QUEUE=print");

    assertFails(
        () -> assertThat(upstart.job("web")).isStopped(),
        "Expected web to be stop/waiting, but now it is\n"
            + "  web start/running, process 1000\n"
            + "What has happened:\n    0.000 s  start web\n");
    assertFails(
        () -> assertThat(upstart.job("worker")).isRunning("QUEUE=print"),
        "Expected worker to be start/running, but now it is\n  worker stop/waiting\n");
  }

  @Test
  void aJobHasInstances() {
    assertThat(upstart.job("worker")).hasInstances("mail");
    upstart.start("worker", "QUEUE=a");
    assertThat(upstart.job("worker")).hasInstances("mail", "a");

    assertFails(
        () -> assertThat(upstart.job("worker")).hasInstances("mail"),
        "Expected worker to have the instances [mail], but now it is\n  [a, mail]\n");
  }

  @Test
  void aJobReachesItsStatusInTime() {
    assertThat(upstart.job("web")).runsWithin(Duration.ZERO);

    assertFails(
        () -> assertThat(upstart.job("web")).stopsWithin(Duration.ZERO),
        "Expected web to reach stop/waiting within 0 s, but now it is\n  web start/running");
  }

  @Test
  void aStatusIsComparedInUpstartsWords() {
    JobStatus status = upstart.job("web").status();

    assertThat(status).isRunning().is("start/running").hasProcesses("main");
    assertThat(JobStatus.notRunning("web")).isStopped().hasProcesses();
    assertFails(
        () -> assertThat(status).isStopped(),
        "Expected stop/waiting, but it is\n  web start/running, process 1000");
    assertFails(
        () -> assertThat(status).hasProcesses("main", "post-start"),
        "Expected the processes [main, post-start], but it is\n  web start/running, process 1000");
  }

  @Test
  void aHistoryContainsLinesByTheirBeginnings() {
    assertThat(upstart.history())
        .contains("web main process", "start worker QUEUE=mail", "web start/running")
        .doesNotContain("web main proc", "nothing")
        .emitted("started JOB=web")
        .didNotEmit("stopped");

    assertFails(
        () -> assertThat(upstart.history()).emitted("stopped JOB=web"),
        "Expected this to have happened:\n  event stopped JOB=web\nWhat has happened:\n    0.000 s");
    assertFails(
        () -> assertThat(upstart.history()).doesNotContain("web start/running"),
        "Expected this not to have happened:\n  web start/running\nWhat has happened:\n");
  }

  @Test
  void aHistoryHasAnOrder() {
    assertThat(upstart.history())
        .containsSubsequence("web start/starting", "web start/running", "start worker")
        .containsSequence("web start/post-start", "web start/running", "event started JOB=web");

    assertFails(
        () -> assertThat(upstart.history()).containsSubsequence("start worker", "start web"),
        "Expected this to have happened after start worker QUEUE=mail:\n  start web\n");
    assertFails(
        () -> assertThat(upstart.history()).containsSequence("start web", "web start/running"),
        "Expected this to have happened with nothing in between:\n"
            + "  start web\n  web start/running\n");
  }
}
