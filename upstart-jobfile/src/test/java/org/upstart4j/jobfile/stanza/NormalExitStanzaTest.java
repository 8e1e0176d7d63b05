package org.upstart4j.jobfile.stanza;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstart4j.ExitStatus;
import org.upstart4j.jobfile.internal.rule.StanzaPrinter;

class NormalExitStanzaTest {

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
  void aStatusIsPrintedAsAJobFileWouldHaveIt(int number, String text) {
    assertThat(StanzaPrinter.print(new NormalExitStanza(List.of(ExitStatus.ofNumber(number)))))
        .isEqualTo("normal exit " + text);
  }

  @Test
  void aProcessThatNeverRanDidNotExit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NormalExitStanza(List.of(ExitStatus.NOT_RUN)))
        .withMessage("An exit status is 0 or more, not -1");
  }
}
