package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code upstart ensure}, {@code wait} and {@code restart --fresh}. */
class WaitingCommandsTest {

  @TempDir static Path folder;
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    Served.job(folder, "web", "exec sleep 1000\n");
    Served.job(folder, "named", "instance $PORT\nexec sleep 1000\n");
    Served.job(folder, "slow", "pre-start exec sleep 1000\nexec sleep 1000\n");
    Served.job(folder, "bad", "pre-start exec false\nexec sleep 1000\n");
    Served.job(folder, "tidy", "task\nexec true\n");
    Served.job(folder, "later", "exec sleep 1000\n");
    Served.job(folder, "steady", "exec sleep 1000\n");
    Served.job(folder, "crashing", "respawn\nrespawn limit 2 1000\nexec false\n");
    served = Served.in(folder);
  }

  @AfterAll
  static void end() {
    served.close();
  }

  private static Shell.Result upstart(String... arguments) {
    return served.shell().upstart(arguments);
  }

  private static String withoutPid(Shell.Result result) {
    return result.output().replaceAll("\\d+", "PID");
  }

  @Test
  void aJobIsEnsuredToRunAndToBeStoppedWhateverItDid() {
    for (int i = 0; i < 2; i++) {
      Shell.Result result = upstart("ensure", "running", "web");
      assertThat(withoutPid(result)).isEqualTo("web start/running, process PID\n");
      assertThat(result.status()).isZero();
    }
    for (int i = 0; i < 2; i++) {
      Shell.Result result = upstart("ensure", "stopped", "web");
      assertThat(result.output()).isEqualTo("web stop/waiting\n");
      assertThat(result.status()).isZero();
    }
  }

  @Test
  void variablesPickTheInstance() {
    assertThat(withoutPid(upstart("ensure", "running", "named", "PORT=x", "--json")))
        .isEqualTo(
            "{\"job\":\"named\",\"instance\":\"x\",\"goal\":\"start\",\"state\":\"running\","
                + "\"processes\":[{\"name\":\"main\",\"pid\":PID}]}\n");
    assertThat(upstart("ensure", "running", "named").errors())
        .isEqualTo("upstart ensure: Unknown parameter: PORT\n");
  }

  @Test
  void aTaskThatHasEndedIsDone() {
    Shell.Result result = upstart("ensure", "running", "tidy");

    assertThat(result.output()).isEqualTo("tidy stop/waiting\n");
    assertThat(result.status()).isZero();
  }

  @Test
  void aJobThatFailsIsAFailure() {
    Shell.Result result = upstart("ensure", "running", "bad");

    assertThat(result.errors())
        .isEqualTo(
            "upstart ensure: Job failed to start\n"
                + "upstart ensure: its pre-start process exited with status 1\n");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void whatIsNotDoneInTimeIsSaid() {
    upstart("start", "--no-wait", "slow");
    upstart("wait", "slow", "start/pre-start", "--timeout", "60s");
    Shell.Result result = upstart("ensure", "running", "slow", "--timeout", "200ms");

    assertThat(result.errors())
        .isEqualTo("upstart ensure: slow is not running after 0.2 s; it is start/pre-start\n");
    assertThat(result.status()).isEqualTo(124);
  }

  @Test
  void aJobIsEnsuredToStayUp() {
    Shell.Result stayed = upstart("ensure", "running", "steady", "--for", "200ms");
    assertThat(withoutPid(stayed)).isEqualTo("steady start/running, process PID\n");
    assertThat(stayed.status()).isZero();

    Shell.Result late = upstart("ensure", "running", "steady", "--for", "1h", "--timeout", "500ms");
    assertThat(late.errors())
        .startsWith(
            "upstart ensure: Timed out after 0.5 s while waiting for steady to stay up for 3600 s;"
                + " it had stayed up for 0.");
    assertThat(late.status()).isEqualTo(124);
  }

  @Test
  void aJobThatDoesNotStayUpIsAFailure() {
    Shell.Result result = upstart("ensure", "running", "crashing", "--for", "1h");

    assertThat(result.errors())
        .isEqualTo(
            "upstart ensure: Job was respawned 2 times and then stopped\n"
                + "upstart ensure: its main process was respawned too fast\n");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void onlyWhatIsToRunCanStayUp() {
    assertThat(upstart("ensure", "stopped", "steady", "--for", "1s").errors())
        .startsWith("upstart ensure: --for is for a job that is ensured to be running\n");
    assertThat(upstart("ensure", "running", "steady", "--for", "ever").errors())
        .startsWith("upstart ensure: illegal argument: ever\n");
  }

  @Test
  void aWaitEndsWhenTheJobComesToThat() {
    try (Running waiting =
        Running.upstart(served.shell(), "wait", "later", "start/running", "--timeout", "60s")) {
      upstart("start", "later");

      assertThat(waiting.end()).isZero();
      assertThat(waiting.output()).startsWith("later start/running");
    }
  }

  @Test
  void aWaitThatIsOverTellsHowTheJobStands() {
    Shell.Result result = upstart("wait", "tidy", "start/running", "--timeout", "200ms");

    assertThat(result.errors())
        .isEqualTo("upstart wait: tidy is not start/running after 0.2 s; it is stop/waiting\n");
    assertThat(result.status()).isEqualTo(124);
  }

  @Test
  void whatIsNoStateIsRefused() {
    Shell.Result result = upstart("wait", "web", "start/runing");

    assertThat(result.errors())
        .isEqualTo(
            "upstart wait: no GOAL/STATE, as in start/running: start/runing\n"
                + "Try: upstart wait --help\n");
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void aJobThatIsNotThereIsAFailure() {
    Shell.Result result = upstart("wait", "nobody", "stop/waiting");

    assertThat(result.errors()).isEqualTo("upstart wait: Unknown job: nobody\n");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void anUpstartThatIsNotThereIsAFailure() {
    Shell.Result result =
        Shell.in(folder)
            .with("UPSTART_SESSION", "unix:abstract=/upstart-it/nobody")
            .upstart("ensure", "stopped", "web");

    assertThat(result.errors())
        .startsWith(
            "upstart ensure: Unable to connect to Upstart: Failed to connect to socket"
                + " /upstart-it/nobody: Connection refused\n")
        .contains("upstart serve", "--host", "--transport");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void onlyAFreshRestartTakesTheNewFile() throws IOException {
    Served.job(folder, "fresh2", "env A=old\nexec sleep 1000\n");
    served.shell().upstart("reload-configuration");
    assertThat(upstart("start", "fresh2").status()).isZero();
    Served.job(folder, "fresh2", "env A=new\npre-start exec false\nexec sleep 1000\n");
    served.shell().upstart("reload-configuration");

    assertThat(withoutPid(upstart("restart", "fresh2"))).startsWith("freshPID start/running");
    Shell.Result fresh = upstart("restart", "--fresh", "fresh2");
    assertThat(fresh.errors())
        .isEqualTo(
            "upstart: Job failed to start\nupstart: its pre-start process exited with status 1\n");
    assertThat(fresh.status()).isEqualTo(1);
  }

  @Test
  void initctlKnowsNothingOfIt() {
    Shell shell = served.shell();
    shell.sh("ln -sf " + Project.file("bin/upstart") + " initctl");

    assertThat(shell.sh("./initctl restart --fresh web").errors())
        .startsWith("initctl: invalid option: --fresh\n");
    assertThat(shell.sh("./initctl list --watch").errors())
        .startsWith("initctl: invalid option: --watch\n");
    assertThat(shell.sh("./initctl monitor").errors())
        .startsWith("initctl: invalid command: monitor\n");
  }
}
