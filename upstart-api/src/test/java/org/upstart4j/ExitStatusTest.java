package org.upstart4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExitStatusTest {

  @Test
  void upstartKeepsASignalAboveTheExitCodes() {
    assertThat(ExitStatus.of(Signal.TERM).number()).isEqualTo(15 << 8);
    assertThat(ExitStatus.of(1).number()).isEqualTo(1);
    assertThat(ExitStatus.NOT_RUN.number()).isEqualTo(-1);
  }

  @Test
  void aNumberIsReadAsWhatItMeans() {
    assertThat(ExitStatus.ofNumber(3)).isEqualTo(ExitStatus.of(3));
    assertThat(ExitStatus.ofNumber(15 << 8)).isEqualTo(ExitStatus.of(Signal.TERM));
    assertThat(ExitStatus.ofNumber(-1)).isEqualTo(ExitStatus.NOT_RUN);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 255, 256, 257, 7936, 8192, 25344, Integer.MAX_VALUE})
  void aNumberComesBackAsItWas(int number) {
    assertThat(ExitStatus.ofNumber(number).number()).isEqualTo(number);
  }

  @Test
  void aStatusPrintsAsAPartOfASentence() {
    assertThat(ExitStatus.of(3)).hasToString("exited with status 3");
    assertThat(ExitStatus.of(Signal.TERM)).hasToString("was killed by signal TERM");
    assertThat(ExitStatus.NOT_RUN).hasToString("could not be run");
  }

  @Test
  void aNegativeStatusIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExitStatus.of(-1))
        .withMessage("An exit status is 0 or more, not -1");
  }

  @Test
  void theNumberOfASignalIsNoExitStatus() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExitStatus.of(3840))
        .withMessage("An exit status is not 3840, which means signal 15");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 8388608, Integer.MAX_VALUE})
  void aSignalThatUpstartCannotCountKillsNothing(int signal) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExitStatus.of(new Signal(signal)))
        .withMessage("A signal that kills is 1 to 8388607, not " + signal);
  }
}
