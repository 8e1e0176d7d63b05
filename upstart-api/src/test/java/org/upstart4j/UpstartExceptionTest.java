package org.upstart4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpstartExceptionTest {

  private static final String UPSTART = "com.ubuntu.Upstart0_6.Error.";
  private static final String DBUS = "org.freedesktop.DBus.Error.";

  private static void assertAnswer(UpstartException failure, String name, String text) {
    assertThat(failure.error()).contains(new UpstartError(name, text));
  }

  @Test
  void anErrorThatIsMadeHereIsAnsweredAsUpstartWould() {
    assertAnswer(new UnknownJobException("nope"), UPSTART + "UnknownJob", "Unknown job: nope");
    assertAnswer(
        new UnknownInstanceException("web", "8080"),
        UPSTART + "UnknownInstance",
        "Unknown instance: 8080");
    assertAnswer(
        new UnknownInstanceException("web", ""), UPSTART + "UnknownInstance", "Unknown instance: ");
    assertAnswer(
        new AlreadyStartedException("web", "8080"),
        UPSTART + "AlreadyStarted",
        "Job is already running: web (8080)");
    assertAnswer(
        new AlreadyStoppedException("web", ""),
        UPSTART + "AlreadyStopped",
        "Job has already been stopped: web");
    assertAnswer(
        new NotRunningException("web", "8080"),
        UPSTART + "NotRunning",
        "Job is not running: web (8080)");
    assertAnswer(
        new CGroupManagerNotAvailableException("web", ""),
        UPSTART + "CGroupManagerNotAvailable",
        "Job cannot be started as cgroup manager not available: web");
    assertAnswer(new EventFailedException("deployed"), UPSTART + "EventFailed", "Event failed");
    assertAnswer(
        new UnknownVariableException("NOPE"), DBUS + "InvalidArgs", "No such variable: NOPE");
    assertAnswer(
        new PermissionDeniedException("You do not have permission to modify job: web"),
        UPSTART + "PermissionDenied",
        "You do not have permission to modify job: web");
  }

  @Test
  void aMessageNamesWhatItIsAboutWhereUpstartsTextDoesNot() {
    UpstartError failed = new UpstartError(UPSTART + "JobFailed", "Job failed to start");
    UpstartError missing =
        new UpstartError(DBUS + "InvalidArgs", "Unknown parameter: PORT\nUsage: PORT=number");

    assertThat(new JobFailedException(failed, "web", "8080"))
        .hasMessage("Job failed to start: web (8080)");
    assertThat(new EventFailedException("deployed")).hasMessage("Event failed: deployed");
    assertThat(new UnknownInstanceException("web", ""))
        .hasMessage("Unknown instance: (web does not run)");
    assertThat(new UnknownInstanceException("web", "8080"))
        .hasMessage("Unknown instance: 8080 of job web");
    assertThat(new UnknownInstanceException(new UpstartError("x", "No such thing"), "web", ""))
        .hasMessage("No such thing (web does not run)");
    assertThat(new UnknownParameterException(missing, "web"))
        .hasMessage("Unknown parameter: PORT\nUsage: PORT=number (job web)");
    assertThat(new UnknownJobException("nope")).hasMessage("Unknown job: nope");
    assertThat(new UnknownJobException("wbe").explained("did you mean web?"))
        .hasMessage("Unknown job: wbe; did you mean web?")
        .satisfies(
            known ->
                assertThat(known.error().map(UpstartError::text)).contains("Unknown job: wbe"));
    assertThat(new UnexpectedErrorException(new UpstartError(DBUS + "NoMemory", "Out of Memory")))
        .hasMessage("org.freedesktop.DBus.Error.NoMemory: Out of Memory");
  }

  @Test
  void anErrorTellsTheJobAndTheInstance() {
    UpstartError answer = new UpstartError(UPSTART + "JobFailed", "Job failed to start");

    assertThat(new UnknownJobException("nope").job()).isEqualTo("nope");
    assertThat(new UnknownInstanceException("web", "a"))
        .satisfies(failure -> assertThat(failure.job()).isEqualTo("web"))
        .satisfies(failure -> assertThat(failure.instance()).isEqualTo("a"));
    assertThat(new AlreadyStartedException("web", "a"))
        .satisfies(failure -> assertThat(failure.job()).isEqualTo("web"))
        .satisfies(failure -> assertThat(failure.instance()).isEqualTo("a"));
    assertThat(new AlreadyStoppedException("web", "a"))
        .satisfies(failure -> assertThat(failure.job()).isEqualTo("web"))
        .satisfies(failure -> assertThat(failure.instance()).isEqualTo("a"));
    assertThat(new NotRunningException("web", "a"))
        .satisfies(failure -> assertThat(failure.job()).isEqualTo("web"))
        .satisfies(failure -> assertThat(failure.instance()).isEqualTo("a"));
    assertThat(new CGroupManagerNotAvailableException("web", "a"))
        .satisfies(failure -> assertThat(failure.job()).isEqualTo("web"))
        .satisfies(failure -> assertThat(failure.instance()).isEqualTo("a"));
    assertThat(new JobFailedException(answer, "web", "a"))
        .satisfies(failure -> assertThat(failure.job()).isEqualTo("web"))
        .satisfies(failure -> assertThat(failure.instance()).isEqualTo("a"));
    InstanceException failed = new NotRunningException("web", "a");
    assertThat(JobStatus.label(failed.job(), failed.instance())).isEqualTo("web (a)");
    assertThat(new EventFailedException("deployed").event()).isEqualTo("deployed");
    assertThat(new UnknownVariableException("NOPE").variable()).isEqualTo("NOPE");
  }

  @Test
  void theParameterIsReadOffTheAnswerWithAndWithoutAUsage() {
    Map<String, String> parameters =
        Map.of(
            "Unknown parameter: PORT", "PORT",
            "Unknown parameter: PORT\nUsage: PORT=number\nor so", "PORT",
            "Unknown parameter: ", "",
            "Something else", "Something else");

    parameters.forEach(
        (text, parameter) -> {
          UnknownParameterException failure =
              new UnknownParameterException(new UpstartError(DBUS + "InvalidArgs", text), "web");
          assertThat(failure.parameter()).isEqualTo(parameter);
          assertThat(failure.job()).isEqualTo("web");
          assertThat(failure.error().orElseThrow().text()).isEqualTo(text);
        });
  }

  @Test
  void anErrorOfThisSideHasNoAnswerButItsCause() {
    IOException broken = new IOException("Broken pipe");
    InterruptedException interruption = new InterruptedException();

    assertThat(new UpstartUnavailableException("The connection is broken", broken))
        .hasMessage("The connection is broken")
        .hasCause(broken)
        .satisfies(failure -> assertThat(failure.error()).isEmpty());
    assertThat(new UpstartTimeoutException("the start of web", Duration.ofSeconds(3)))
        .hasMessage("Timed out after 3 s while waiting for the start of web")
        .hasNoCause()
        .satisfies(failure -> assertThat(failure.error()).isEmpty())
        .satisfies(failure -> assertThat(failure.limit()).isEqualTo(Duration.ofSeconds(3)));
    assertThat(new UpstartInterruptedException("the start of web", interruption))
        .hasMessage("Interrupted while waiting for the start of web")
        .hasCause(interruption)
        .satisfies(failure -> assertThat(failure.error()).isEmpty());
    assertThat(new UnsupportedCapabilityException(Capability.RE_EXEC, "it is a program's part"))
        .hasMessage("No re exec: it is a program's part")
        .satisfies(failure -> assertThat(failure.capability()).isEqualTo(Capability.RE_EXEC))
        .satisfies(failure -> assertThat(failure.error()).isEmpty());
  }

  @Test
  void anErrorThatWentThroughAStreamStillSaysWhatItIsAbout() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new AlreadyStartedException("web", "8080"));
    }

    Object read;
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      read = in.readObject();
    }

    assertThat(read)
        .isInstanceOfSatisfying(
            AlreadyStartedException.class,
            failure -> {
              assertThat(failure).hasMessage("Job is already running: web (8080)");
              assertThat(failure.instance()).isEqualTo("8080");
              assertThat(failure.error()).isEmpty();
            });
  }
}
