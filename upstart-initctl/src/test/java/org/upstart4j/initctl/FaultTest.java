package org.upstart4j.initctl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.Deadline;
import org.upstart4j.Environment;
import org.upstart4j.PermissionDeniedException;
import org.upstart4j.UnexpectedErrorException;
import org.upstart4j.UnknownJobException;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartInterruptedException;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Wait;

/** An initctl that misbehaves causes typed errors, and leaves no process. */
@Timeout(300)
class FaultTest {

  private static final Wait PATIENCE = Wait.atMost(Duration.ofSeconds(60));

  @TempDir Path folder;

  private Upstart upstart(String... lines) {
    return at(FakeProgram.of(folder, "initctl", lines));
  }

  private static Upstart at(String program) {
    return InitctlUpstart.builder().program(program).timeout(Duration.ofSeconds(60)).build();
  }

  /** Returns a line that writes down its process id. */
  private String writesPid(String name) {
    return "echo $$ >'"
        + folder
        + "/"
        + name
        + ".half' && mv '"
        + folder
        + "/"
        + name
        + ".half' '"
        + folder
        + "/"
        + name
        + "'";
  }

  private ProcessHandle process(String name) {
    Deadline deadline = Deadline.of(PATIENCE);
    while (!Files.exists(folder.resolve(name))) {
      deadline.sleep(Duration.ofMillis(5), name + " to run");
    }
    try {
      Optional<ProcessHandle> found =
          ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve(name)).strip()));
      return found.orElseThrow();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Gives a call just enough time for a program to write down its process. */
  private void assertLateOnce(String name, Consumer<Duration> call) {
    Duration limit = Duration.ofMillis(500);
    while (!Files.exists(folder.resolve(name)) && limit.compareTo(Duration.ofMinutes(2)) < 0) {
      Duration given = limit;
      assertThatExceptionOfType(UpstartTimeoutException.class).isThrownBy(() -> call.accept(given));
      limit = limit.multipliedBy(2);
    }
  }

  private void assertGone(String name) throws IOException {
    long pid = Long.parseLong(Files.readString(folder.resolve(name)).strip());
    Deadline deadline = Deadline.of(PATIENCE);
    while (ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
      deadline.sleep(Duration.ofMillis(5), "the end of " + name);
    }
  }

  @Test
  void oneThatIsMissingMeansThatNoUpstartCanBeReached() {
    try (Upstart upstart = at(folder.resolve("nowhere").toString())) {
      assertThatExceptionOfType(UpstartUnavailableException.class)
          .isThrownBy(upstart::version)
          .withMessageContaining("nowhere");
    }
  }

  @Test
  void oneThatIsNotExecutableMeansThatNoUpstartCanBeReached() {
    try (Upstart upstart = at(FakeProgram.withMode(folder, "initctl", "rw-------", "exit 0"))) {
      assertThatExceptionOfType(UpstartUnavailableException.class)
          .isThrownBy(upstart::version)
          .withMessageContaining("Permission denied");
    }
  }

  @Test
  void oneThatAnotherProgramCannotRunMeansThatNoUpstartCanBeReached() {
    CommandRunner shell = CommandRunner.through("nice", "-n", "0");
    try (Upstart upstart = InitctlUpstart.builder().runner(shell).program("no-such").build()) {
      assertThatExceptionOfType(UpstartUnavailableException.class)
          .isThrownBy(upstart::version)
          .withMessageContaining("no-such");
    }
  }

  @Test
  void oneThatHangsIsKilledWhenTheTimeIsUpAndSoAreItsChildren() throws IOException {
    String child = FakeProgram.of(folder, "child", writesPid("child.pid"), "exec sleep 1000");
    String program = FakeProgram.of(folder, "initctl", writesPid("pid"), child + " & wait");
    assertLateOnce(
        "child.pid",
        limit -> {
          try (Upstart upstart = InitctlUpstart.builder().program(program).timeout(limit).build()) {
            upstart.version();
          }
        });
    assertGone("pid");
    assertGone("child.pid");
  }

  @Test
  void oneThatWaitsIsKilledWhenTheCallersTimeIsUp() throws IOException {
    try (Upstart upstart = upstart(writesPid("pid"), "exec sleep 1000")) {
      InitctlJob web = new InitctlJob((InitctlUpstart) upstart, "web");
      assertLateOnce("pid", limit -> web.start(Environment.EMPTY, Wait.atMost(limit)));
    }
    assertGone("pid");
  }

  @Test
  void anInterruptionEndsIt() throws Exception {
    try (Upstart upstart = upstart(writesPid("pid"), "exec sleep 1000")) {
      CompletableFuture<Void> failed = new CompletableFuture<>();
      Thread caller =
          new Thread(
              () -> {
                try {
                  upstart.version();
                } catch (RuntimeException failure) {
                  failed.completeExceptionally(failure);
                }
              });
      caller.start();
      process("pid");

      caller.interrupt();

      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(failed::get)
          .withCauseInstanceOf(UpstartInterruptedException.class);
      assertGone("pid");
    }
  }

  @Test
  void aCloseEndsIt() throws Exception {
    Upstart upstart = upstart(writesPid("pid"), "exec sleep 1000");
    CompletableFuture<String> version =
        CompletableFuture.supplyAsync(() -> upstart.version().text());
    process("pid");

    upstart.close();

    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(version::get)
        .withCauseInstanceOf(UpstartUnavailableException.class);
    assertGone("pid");
  }

  @Test
  void oneThatPrintsWithoutEndIsKilled() throws IOException {
    try (Upstart upstart = upstart(writesPid("pid"), "exec yes 'a start/running'")) {
      assertThatExceptionOfType(UnexpectedErrorException.class)
          .isThrownBy(upstart::statuses)
          .withMessageContaining("more than 16777216 bytes");
    }
    assertGone("pid");
  }

  @Test
  void oneThatComplainsWithoutEndIsKilled() throws IOException {
    try (Upstart upstart = upstart(writesPid("pid"), "exec yes >&2")) {
      assertThatExceptionOfType(UnexpectedErrorException.class).isThrownBy(upstart::statuses);
    }
    assertGone("pid");
  }

  @Test
  void aLongAnswerIsReadWhole() {
    try (Upstart upstart =
        upstart(
            "i=0; while [ $i -lt 20000 ]; do echo \"job$i start/running, process $i\"; i=$((i+1)); done")) {
      assertThat(upstart.statuses()).hasSize(20_000);
    }
  }

  @Test
  void anAnswerOfOneHugeLineIsRubbish() {
    try (Upstart upstart = upstart("head -c 15000000 /dev/zero | tr '\\0' x")) {
      assertThatExceptionOfType(UnexpectedErrorException.class)
          .isThrownBy(upstart::statuses)
          .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(1000));
    }
  }

  @Test
  void rubbishIsShown() {
    try (Upstart upstart = upstart("echo '<html>Not found</html>'")) {
      assertThatExceptionOfType(UnexpectedErrorException.class)
          .isThrownBy(upstart::statuses)
          .withMessageContaining("list was answered with \"<html>Not found</html>");
      assertThatExceptionOfType(UnexpectedErrorException.class).isThrownBy(upstart::logPriority);
      assertThatExceptionOfType(UnexpectedErrorException.class).isThrownBy(() -> upstart.job("a"));
      assertThatExceptionOfType(UnexpectedErrorException.class).isThrownBy(upstart::sessions);
    }
  }

  @Test
  void bytesThatAreNotTextAreRubbish() {
    try (Upstart upstart = upstart("printf '\\377\\376\\000\\001'")) {
      assertThatExceptionOfType(UnexpectedErrorException.class).isThrownBy(upstart::statuses);
    }
  }

  @Test
  void anEmptyAnswerIsNotAVersion() {
    try (Upstart upstart = upstart("exit 0")) {
      assertThatExceptionOfType(UnexpectedErrorException.class).isThrownBy(upstart::version);
      assertThat(upstart.statuses()).isEmpty();
    }
  }

  @Test
  void theSignalThatEndsItIsReported() {
    try (Upstart upstart = upstart("kill -9 $$")) {
      assertThatExceptionOfType(UnexpectedErrorException.class)
          .isThrownBy(upstart::version)
          .withMessageContaining("signal 9");
    }
  }

  @Test
  void anUnknownComplaintIsReportedWithTheExitStatus() {
    try (Upstart upstart = upstart("echo 'initctl: Etwas anderes' >&2; exit 3")) {
      assertThatExceptionOfType(UnexpectedErrorException.class)
          .isThrownBy(upstart::version)
          .withMessageContaining("exit status 3")
          .withMessageContaining("Etwas anderes");
    }
  }

  @Test
  void aFailureWithoutAMessageIsAFailure() {
    try (Upstart upstart = upstart("exit 1")) {
      assertThatExceptionOfType(UnexpectedErrorException.class)
          .isThrownBy(upstart::reloadConfiguration)
          .withMessageContaining("said nothing");
    }
  }

  @Test
  void aSuccessWithAWarningIsASuccess() {
    try (Upstart upstart = upstart("echo warning >&2; echo 'init (upstart 1.13.2)'")) {
      assertThat(upstart.version().isAtLeast(1, 13, 2)).isTrue();
    }
  }

  @Test
  void theTextsOfErrorsAreTypedErrors() {
    try (Upstart upstart =
        upstart(
            "case $1 in",
            "version) echo 'initctl: Unable to connect to Upstart: Connection refused' >&2;;",
            "status) echo 'initctl: Unknown job: web' >&2;;",
            "log-priority) echo 'initctl: Rejected send message, 1 matched rules; x' >&2;;",
            "*) echo 'initctl: You do not have permission to reload configuration' >&2;;",
            "esac; exit 1")) {
      assertThatExceptionOfType(UpstartUnavailableException.class)
          .isThrownBy(upstart::version)
          .withMessageContaining("Connection refused");
      assertThatExceptionOfType(UnknownJobException.class).isThrownBy(() -> upstart.job("web"));
      assertThatExceptionOfType(PermissionDeniedException.class).isThrownBy(upstart::logPriority);
      assertThatExceptionOfType(PermissionDeniedException.class)
          .isThrownBy(upstart::reloadConfiguration);
    }
  }

  @Test
  void oneThatLeavesSomethingRunningIsNotWaitedForLonger() throws IOException {
    String child = FakeProgram.of(folder, "child", writesPid("child.pid"), "exec sleep 1000");
    try (Upstart upstart =
        upstart(
            child + " &",
            "echo 'init (upstart 1.13.2)'",
            "while ! [ -e '" + folder + "/child.pid' ]; do :; done")) {
      assertThat(upstart.version().text()).isEqualTo("init (upstart 1.13.2)");
    } finally {
      process("child.pid").destroyForcibly();
    }
  }
}
