package org.upstart4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.analysis.Samples.fixed;
import static org.upstart4j.analysis.Samples.places;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.upstart4j.analysis.finding.Rule;

class ChromeosRulesTest {

  @ParameterizedTest
  @EnumSource(names = {"CHROMEOS_AUTHOR", "CHROMEOS_DESCRIPTION", "CHROMEOS_OOM"})
  void whatAJobLacksIsFoundAtItsTopOnThatPlatformOnly(Rule rule) {
    assertThat(places(rule, "chromeos", "a.conf", "# x\nexec a\n")).containsExactly("a.conf:1:1");
    assertThat(places(rule, "chromeos", "a.conf", "")).hasSize(1);
    assertThat(places(rule, "ubuntu-14.04", "a.conf", "exec a\n")).isEmpty();
  }

  @Test
  void theTextIsPutIntoDoubleQuotes() {
    assertThat(fixed(Rule.CHROMEOS_AUTHOR, "chromeos", false, "author me@example.com\n"))
        .isEqualTo("author \"me@example.com\"\n");
    assertThat(fixed(Rule.CHROMEOS_DESCRIPTION, "chromeos", false, "description 'a b'\n"))
        .isEqualTo("description \"a b\"\n");
  }

  @Test
  void neverIsFineAndItsNumberIsNot() {
    assertThat(places(Rule.CHROMEOS_OOM, "chromeos", "a.conf", "oom score never\n")).isEmpty();
    assertThat(places(Rule.CHROMEOS_OOM, "chromeos", "a.conf", "oom 5\n")).hasSize(1);
    assertThat(fixed(Rule.CHROMEOS_OOM, "chromeos", false, "oom score -1000\n"))
        .isEqualTo("oom score never\n");
  }

  @Test
  void commandsAreFoundWhereTheyBegin() {
    String script =
        "pre-start script\n  # mkdir a\n  mkdir /run/a\n  x && mkdir b\n  y $(rm c)\n"
            + "  chown a b # croslint: disable\n  z mkdir\n  ls /bin/rm;touch d\nend script\n";
    assertThat(places(Rule.CHROMEOS_COMMAND, "chromeos", "a.conf", script))
        .containsExactly("a.conf:3:3", "a.conf:5:7", "a.conf:8:14");
    assertThat(places(Rule.CHROMEOS_COMMAND, "chromeos", "a.conf", "exec rm -f x\n")).hasSize(1);
  }
}
