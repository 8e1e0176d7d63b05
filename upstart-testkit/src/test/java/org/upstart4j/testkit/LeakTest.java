package org.upstart4j.testkit;

import static org.upstart4j.testkit.UpstartAssertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.upstart4j.UpstartListener;

/** What a test must not leave behind. */
class LeakTest {

  /** Somebody who forgets to close. */
  static final class Forgetful implements UpstartListener {}

  static class LeavesASubscription {

    @RegisterExtension
    UpstartExtension upstart = UpstartExtension.job("web", "exec /usr/sbin/web\n");

    @Test
    void leaves() {
      upstart.start("web");
      upstart.upstart().subscribe(new Forgetful());
    }
  }

  @Test
  void aSubscriptionThatIsLeftOpenFailsTheTest() {
    assertThat(Launched.failureOf(LeavesASubscription.class))
        .hasMessageStartingWith(
            "The test leaves behind:\n  a subscription of " + Forgetful.class.getName())
        .hasMessageContaining("What has happened:\n    0.000 s  start web\n");
  }

  static class LeavesADaemon {

    @RegisterExtension
    UpstartExtension upstart = UpstartExtension.job("web", "exec /usr/sbin/web\n");

    @Test
    void leaves() {
      upstart.when("/usr/sbin/web").forksTwice().neverEnds();
      upstart.start("web");
    }
  }

  @Test
  void aDaemonThatItsJobHasLostFailsTheTest() {
    assertThat(Launched.failureOf(LeavesADaemon.class))
        .hasMessageStartingWith(
            "The test leaves behind:\n  web main process 1000, which has forked more often than its"
                + " job expects (expect none)");
  }

  static class LeavesARealProcess {

    @RegisterExtension
    UpstartExtension upstart =
        UpstartExtension.job("web", "script\n  setsid sleep 1000 &\nend script\n")
            .withHostProcesses();

    @Test
    void leaves() {
      upstart.start("web");
      assertThat(upstart.job("web")).stopsWithin(Duration.ofSeconds(60));
    }
  }

  @Test
  void aRealProcessThatNoJobKnowsFailsTheTestAndIsEnded() {
    Throwable failure = Launched.failureOf(LeavesARealProcess.class);

    String line = String.valueOf(failure.getMessage()).lines().skip(1).findFirst().orElseThrow();
    assertThat(line).matches(" *process \\d+ of web, which Upstart no longer knows: .*sleep 1000");
    long pid = Long.parseLong(line.strip().split(" ", -1)[1]);
    ProcessHandle.of(pid).ifPresent(left -> left.onExit().join());
  }

  static class LeavesJobsThatRun {

    @RegisterExtension
    UpstartExtension upstart =
        UpstartExtension.job("web", "exec sleep 1000\n")
            .withJob("family", "script\n  sleep 1000 &\n  wait\nend script\n")
            .withJob("daemon", "expect fork\nscript\n  sleep 1000 &\nend script\n")
            .withHostProcesses();

    @Test
    void leaves() {
      upstart.start("web");
      upstart.start("family");
      upstart.start("daemon");
      assertThat(upstart.job("daemon")).isRunning();
    }
  }

  @Test
  void jobsThatStillRunAreEnded() {
    assertThat(Launched.run(LeavesJobsThatRun.class).getStatus())
        .isEqualTo(TestExecutionResult.Status.SUCCESSFUL);
  }

  static class Fails {

    @RegisterExtension
    UpstartExtension upstart = UpstartExtension.job("web", "exec /usr/sbin/web\n");

    @Test
    void fails() {
      upstart.start("web");
      upstart.upstart().subscribe(new Forgetful());
      throw new IllegalStateException("its own failure");
    }
  }

  @Test
  void aTestThatFailsTellsItsOwnFailureAndWhatHasHappened() {
    Throwable failure = Launched.failureOf(Fails.class);

    assertThat(failure).hasMessage("its own failure");
    assertThat(failure.getSuppressed())
        .singleElement()
        .extracting(Throwable::getMessage)
        .asString()
        .startsWith("What has happened:\n    0.000 s  start web\n");
  }

  static class FailsByAnAssertion {

    @RegisterExtension
    UpstartExtension upstart = UpstartExtension.job("web", "exec /usr/sbin/web\n");

    @Test
    void fails() {
      assertThat(upstart.job("web")).isRunning();
    }
  }

  @Test
  void anAssertionThatFailsTellsWhatHasHappenedOnce() {
    Throwable failure = Launched.failureOf(FailsByAnAssertion.class);

    assertThat(failure)
        .hasMessage(
            "Expected web to be start/running, but now it is\n  web stop/waiting\n"
                + "What has happened:\n");
    assertThat(failure.getSuppressed()).isEmpty();
  }
}
