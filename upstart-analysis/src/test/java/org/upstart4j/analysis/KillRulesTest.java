package org.upstart4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.analysis.Samples.fixed;
import static org.upstart4j.analysis.Samples.places;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstart4j.analysis.finding.Rule;

class KillRulesTest {

  @ParameterizedTest
  @CsvSource({"1.2, 0", "1.3, 1", "1.5, 1", "1.6, 0", "1.13.2, 0", "chromeos-1.2, 0"})
  void aNumberIsDangerousFrom13To15(String version, int found) {
    assertThat(places(Rule.KILL_SIGNAL_NUMBER, version, "a.conf", "kill signal 15\n"))
        .hasSize(found);
  }

  @Test
  void theNameTakesThePlaceOfTheNumber() {
    assertThat(fixed(Rule.KILL_SIGNAL_NUMBER, "1.5", false, "kill  signal \"15\" # stop\n"))
        .isEqualTo("kill  signal TERM # stop\n");
  }

  @Test
  void aNameIsFine() {
    assertThat(places(Rule.KILL_SIGNAL_NUMBER, "1.5", "a.conf", "kill signal TERM\n")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"kill timeout 0, 1", "kill signal 0, 1", "kill timeout 1, 0", "kill signal TERM, 0"})
  void zeroTakesProcess1Down(String stanza, int found) {
    assertThat(places(Rule.KILL_ZERO, "ubuntu-14.04", "a.conf", stanza + "\n")).hasSize(found);
  }

  @Test
  void anOverrideFileMayMendIt() {
    assertThat(
            places(
                Rule.KILL_ZERO,
                "ubuntu-14.04",
                "a.conf",
                "kill timeout 0\n",
                "a.override",
                "kill timeout 9\n"))
        .isEmpty();
  }
}
