package org.upstart4j.jobfile.stanza;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstart4j.Signal;

class ExitStatusTest {

  @Test
  void aSignalIsKeptAboveTheExitCodes() {
    assertThat(ExitStatus.of(Signal.TERM).value()).isEqualTo(15 << 8);
    assertThat(ExitStatus.of(1).value()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "255, 255",
    "256, HUP",
    "3840, TERM",
    "257, 257",
    "7936, SYS",
    "8192, 8192"
  })
  void aStatusIsPrintedAsAJobFileWouldHaveIt(int value, String text) {
    assertThat(new ExitStatus(value)).hasToString(text);
    assertThat(new ExitStatus(value).text()).isEqualTo(text);
  }

  @Test
  void aNegativeStatusIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExitStatus.of(-1))
        .withMessage("An exit status is 0 or more, not -1");
  }
}
