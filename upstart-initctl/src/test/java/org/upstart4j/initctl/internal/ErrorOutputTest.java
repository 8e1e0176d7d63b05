package org.upstart4j.initctl.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorOutputTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          initctl: Unknown job: nope | Unknown job: nope
          initctl: Unknown parameter: KEY\\nUsage: KEY=value | Unknown parameter: KEY\\nUsage: KEY=value
          initctl: missing job name\\nTry `initctl --help' for more information. | missing job name
          Warning: Permanently added h\\ninitctl: Event failed | Event failed
          no prefix: at all | no prefix: at all
          """)
  void theNameOfTheProgramAndTheHintAreLeftOut(String printed, String text) {
    assertThat(ErrorOutput.text("/sbin/initctl", printed.replace("\\n", "\n") + "\n"))
        .isEqualTo(text.replace("\\n", "\n"));
  }

  @Test
  void aProgramOfAnotherNameCallsItselfByThat() {
    assertThat(ErrorOutput.text("/opt/my ctl", "my ctl: Event failed\n")).isEqualTo("Event failed");
    assertThat(ErrorOutput.text("/opt/wrapper", "initctl: Event failed\n"))
        .isEqualTo("Event failed");
  }

  @Test
  void theEmptyNameOfAnInstanceIsKept() {
    assertThat(ErrorOutput.text("initctl", "initctl: Unknown instance: \n"))
        .isEqualTo("Unknown instance: ");
  }

  /** The texts are those that the real initctl printed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          Unknown job: nope | com.ubuntu.Upstart0_6.Error.UnknownJob
          Unknown instance: one | com.ubuntu.Upstart0_6.Error.UnknownInstance
          Unknown parameter: KEY | org.freedesktop.DBus.Error.InvalidArgs
          Job is already running: tty (one) | com.ubuntu.Upstart0_6.Error.AlreadyStarted
          Job has already been stopped: svc | com.ubuntu.Upstart0_6.Error.AlreadyStopped
          Job failed to start | com.ubuntu.Upstart0_6.Error.JobFailed
          Job failed while stopping | com.ubuntu.Upstart0_6.Error.JobFailed
          Event failed | com.ubuntu.Upstart0_6.Error.EventFailed
          Not permissible to modify PID 1 job environment | com.ubuntu.Upstart0_6.Error.PermissionDenied
          No such variable: G | org.freedesktop.DBus.Error.InvalidArgs
          Method "Get" with signature "ss" on interface "x" doesn't exist | org.freedesktop.DBus.Error.UnknownMethod
          """)
  void aTextTellsTheNameOfItsError(String text, String name) {
    assertThat(ErrorOutput.error(text).orElseThrow().name()).isEqualTo(name);
    assertThat(ErrorOutput.error(text).orElseThrow().text()).isEqualTo(text);
  }

  @Test
  void aTextThatIsNotKnownTellsNothing() {
    assertThat(ErrorOutput.error("Auftrag unbekannt: x")).isEmpty();
    assertThat(ErrorOutput.error("")).isEmpty();
  }
}
