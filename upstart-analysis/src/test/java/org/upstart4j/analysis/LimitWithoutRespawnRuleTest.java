package org.upstart4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.analysis.Samples.fixed;
import static org.upstart4j.analysis.Samples.places;

import org.junit.jupiter.api.Test;
import org.upstart4j.analysis.finding.Rule;

class LimitWithoutRespawnRuleTest {

  private static final String HERE = "ubuntu-14.04";

  @Test
  void aLimitAloneIsFound() {
    assertThat(places(Rule.LIMIT_WITHOUT_RESPAWN, HERE, "a.conf", "exec a\nrespawn limit 1 2\n"))
        .containsExactly("a.conf:2:1");
  }

  @Test
  void theConfFileMayHaveTheRespawn() {
    assertThat(
            places(
                Rule.LIMIT_WITHOUT_RESPAWN,
                HERE,
                "a.conf",
                "respawn\n",
                "a.override",
                "respawn limit 1 2\n"))
        .isEmpty();
  }

  @Test
  void respawnIsWrittenAboveOnlyIfUnsafeFixesAreWanted() {
    String text = "exec a\r\n\trespawn limit 1 2\r\n";
    assertThat(fixed(Rule.LIMIT_WITHOUT_RESPAWN, HERE, false, text)).isEqualTo(text);
    assertThat(fixed(Rule.LIMIT_WITHOUT_RESPAWN, HERE, true, text))
        .isEqualTo("exec a\r\n\trespawn\r\n\trespawn limit 1 2\r\n");
  }
}
