package org.upstart4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignalTest {

  @ParameterizedTest
  @CsvSource({
    "HUP, 1",
    "INT, 2",
    "QUIT, 3",
    "KILL, 9",
    "USR1, 10",
    "USR2, 12",
    "TERM, 15",
    "STKFLT, 16",
    "CHLD, 17",
    "IO, 29",
    "PWR, 30",
    "SYS, 31"
  })
  void aNameWithAndWithoutItsPrefixIsTheSameNumber(String name, int number) {
    assertThat(Signal.of(name)).isEqualTo(new Signal(number));
    assertThat(Signal.of("SIG" + name)).isEqualTo(new Signal(number));
    assertThat(new Signal(number).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"IOT, ABRT", "CLD, CHLD", "POLL, IO"})
  void aSecondNameIsReadAndTheFirstOneIsPrinted(String second, String first) {
    assertThat(Signal.of(second)).isEqualTo(Signal.of(first));
    assertThat(Signal.of(second).name()).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"term", "Term", "SIGterm", "RTMIN", "UNUSED", "", "SIG", "9", "SIGSIGHUP"})
  void namesThatUpstartDoesNotKnowAreNotFound(String name) {
    assertThat(Signal.find(name)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Signal.of(name))
        .withMessage(
            "No signal is called \"%s\"; expected a name such as TERM or SIGTERM, or a number",
            name);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 32, 999, Integer.MAX_VALUE})
  void aNumberWithoutANameIsPrintedAsTheNumber(int number) {
    assertThat(new Signal(number)).hasToString(Integer.toString(number));
  }

  @Test
  void aNegativeNumberIsNoSignal() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Signal(-1))
        .withMessage("A signal's number is 0 or more, not -1");
  }

  @Test
  void theConstantsAreTheirNames() {
    assertThat(Signal.HUP).hasToString("HUP");
    assertThat(Signal.INT).hasToString("INT");
    assertThat(Signal.QUIT).hasToString("QUIT");
    assertThat(Signal.KILL).hasToString("KILL");
    assertThat(Signal.USR1).hasToString("USR1");
    assertThat(Signal.USR2).hasToString("USR2");
    assertThat(Signal.TERM).hasToString("TERM");
  }
}
