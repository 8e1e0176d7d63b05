package org.upstart4j.analysis.internal.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.ExitStatus;
import org.upstart4j.Signal;
import org.upstart4j.spi.LoggedMessage;

class MessageKindTest {

  private static Optional<Happening> read(String text) {
    return MessageKind.read(new LoggedMessage(Duration.ZERO, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      value = {
        "web main process (12) terminated with status 3|TERMINATED|web|main|3",
        "tty (tty1) main process (12) killed by TERM signal|KILLED|tty (tty1)|main|TERM",
        "web post-stop process (9) killed by signal 40|KILLED|web|post-stop|40",
        "web main process ended, respawning|RESPAWNING|web|main|''",
        "web respawning too fast, stopped|TOO_FAST|web|''|''",
        "Failed to spawn web pre-start process: unable to execute: No such file|NOT_SPAWNED|web|pre-start|unable to execute: No such file",
        "Failed to obtain tty instance: Unknown parameter: TTY|NOT_NAMED|tty|''|Unknown parameter: TTY",
        "web goal changed from start to stop|GOAL|web|''|stop",
        "a b (c (d)) state changed from post-stop to waiting|STATE|a b (c (d))|''|waiting",
        "Handling started event|HANDLING|''|''|started",
      })
  void aMessageSaysWhatHasHappenedToWhom(
      String text, MessageKind kind, String label, String process, String detail) {
    Happening happening = read(text).orElseThrow();

    assertThat(happening.kind()).isEqualTo(kind);
    assertThat(happening.label()).isEqualTo(label);
    assertThat(happening.process()).isEqualTo(process);
    assertThat(happening.detail()).isEqualTo(detail);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "init starting", "Loading configuration from /etc/init", "event"})
  void otherMessagesMeanNothing(String text) {
    assertThat(read(text)).isEmpty();
  }

  @Test
  void aMessageTellsHowAProcessEnded() {
    assertThat(read("web main process (1) terminated with status 3").orElseThrow().status())
        .isEqualTo(ExitStatus.of(3));
    assertThat(read("web main process (1) killed by SEGV signal").orElseThrow().status())
        .isEqualTo(ExitStatus.of(Signal.of("SEGV")));
    assertThat(read("web main process (1) killed by signal 40").orElseThrow().status())
        .isEqualTo(ExitStatus.of(new Signal(40)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "web main process (1) terminated with status 99999999999999999999",
        "web main process (1) killed by signal 99999999999999999999",
        "web main process (1) killed by signal 0",
        "web main process (1) killed by NOPE signal",
      })
  void aNumberThatIsNoneDoesNoHarm(String text) {
    assertThat(read(text).orElseThrow().status()).isNotNull();
  }
}
