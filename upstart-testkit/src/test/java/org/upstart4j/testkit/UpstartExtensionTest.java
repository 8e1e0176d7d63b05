package org.upstart4j.testkit;

import static org.upstart4j.testkit.UpstartAssertions.assertThat;
import static org.upstart4j.testkit.UpstartAssertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.upstart4j.AlreadyStartedException;
import org.upstart4j.Environment;
import org.upstart4j.EventFailedException;
import org.upstart4j.JobFailedException;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.UnknownJobException;
import org.upstart4j.Upstart;

class UpstartExtensionTest {

  private static final String WEB =
      """
      start on deployed
      stop on undeployed
      kill timeout 300
      respawn
      pre-start exec /usr/bin/migrate
      exec /usr/sbin/web --port $PORT
      """;

  @RegisterExtension
  UpstartExtension upstart =
      UpstartExtension.job("web", WEB)
          .withJob("worker", "instance $QUEUE\nexec /usr/sbin/worker\n")
          .withJob("backup", "task\nstart on night\nexec /usr/bin/backup\n");

  @Test
  void anEventHasHadItsEffectWhenItsEmissionReturns() {
    upstart.emit("deployed", "PORT=80");

    assertThat(upstart.job("web")).isRunning();
    assertThat(upstart.process("web").request().environment().get("PORT")).contains("80");
  }

  @Test
  void whatNeedsTimeHappensOnlyWhenTimePasses() {
    upstart.when("/usr/bin/migrate").after(Duration.ofSeconds(5)).exitsWith(0);

    upstart.emit("deployed");
    assertThat(upstart.job("web")).hasStatus("start/pre-start");
    upstart.advance(Duration.ofMillis(4999));
    assertThat(upstart.job("web")).hasStatus("start/pre-start");
    upstart.advance(Duration.ofMillis(1));

    assertThat(upstart.job("web")).isRunning();
  }

  @Test
  void aKillTimeoutOfFiveMinutesTakesNoTime() {
    upstart.when("/usr/sbin/web").ignores(Signal.TERM).neverEnds();
    upstart.start("web");

    upstart.emit("undeployed");
    assertThat(upstart.job("web")).hasStatus("stop/killed");
    upstart.advance(Duration.ofMinutes(5));

    assertThat(upstart.job("web")).isStopped();
    assertThat(upstart.history())
        .containsSubsequence(
            "TERM to web main process", "KILL to web main process", "event undeployed");
  }

  @Test
  void aProcessEndsWhenTheTestSaysSo() {
    upstart.start("web");
    int before = upstart.process("web").pid();

    upstart.process("web").exits(1);

    assertThat(upstart.job("web")).isRunning();
    assertThat(upstart.process("web").pid()).isNotEqualTo(before);
  }

  @Test
  void aFailureThatComesAtOnceIsThrown() {
    upstart.when("/usr/bin/migrate").exitsWith(1);

    assertThatExceptionOfType(JobFailedException.class).isThrownBy(() -> upstart.start("web"));
    assertThatExceptionOfType(EventFailedException.class)
        .isThrownBy(() -> upstart.emit("deployed"));
    assertThat(upstart.history()).emitted("deployed/failed");
  }

  @Test
  void aCommandThatIsRefusedIsThrown() {
    upstart.start("web");

    assertThatExceptionOfType(AlreadyStartedException.class).isThrownBy(() -> upstart.start("web"));
    assertThatExceptionOfType(UnknownJobException.class).isThrownBy(() -> upstart.start("nobody"));
  }

  @Test
  void aTaskThatGoesOnHoldsItsEventUp() {
    upstart.when("backup", ProcessType.MAIN).after(Duration.ofHours(1)).exitsWith(0);

    upstart.emit("night");
    assertThat(upstart.job("backup")).isRunning();
    assertThat(upstart.history()).didNotEmit("night");
    upstart.advance(Duration.ofHours(1));

    assertThat(upstart.job("backup")).isStopped();
    assertThat(upstart.history()).emitted("night");
  }

  @Test
  void jobsStopAndRestartByHand() {
    upstart.start("worker", "QUEUE=mail");
    upstart.start("worker", "QUEUE=print");
    int before = upstart.process("worker").pid();

    upstart.restart("worker", "QUEUE=mail");
    upstart.stop("worker", "QUEUE=print");

    assertThat(upstart.process("worker").pid()).isNotEqualTo(before);
    assertThat(upstart.job("worker")).hasInstances("mail").isRunning("QUEUE=mail");
    assertThat(upstart.job("worker").instance("mail").status()).isRunning().hasProcesses("main");
    assertThat(upstart.job("worker")).isStopped("QUEUE=print");
  }

  @Test
  void codeUnderTestGetsTheUpstartAsAParameter(Upstart injected) {
    injected.job("web").start(Environment.of("PORT", 8080));

    assertThat(injected).isSameAs(upstart.upstart());
    assertThat(injected.job("web")).isRunning();
  }

  @Test
  void everyTestHasAnUpstartOfItsOwn() {
    assertThat(upstart.history().lines()).isEmpty();
    assertThat(upstart.job("web")).isStopped();
  }
}
