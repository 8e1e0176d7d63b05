package org.upstart4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.analysis.Samples.places;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.analysis.finding.Rule;

class NotExpandedRuleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "env PATH=/opt/bin:$PATH",
        "env X='$HOME/x'",
        "env X=${HOME}",
        "env X=$(hostname)",
        "setuid $USER",
        "setgid $GROUP",
        "chdir $HOME",
        "chroot \"$ROOT\"",
        "start on started $JOB",
        "start on a X=$Y"
      })
  void aVariableIsNotExpandedHere(String line) {
    assertThat(places(Rule.NOT_EXPANDED, "ubuntu-14.04", "a.conf", line + "\n")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stop on a X=$X",
        "instance $X",
        "exec a $X",
        "env PRICE=5$",
        "env PRICE=$5",
        "env X=\\$HOME",
        "env LD_LIBRARY_PATH=$ORIGIN/lib",
        "env PS1='$USER> '",
        "env COMMAND='ls $HOME'\nexec su -c \"$COMMAND\" shop",
        "env A='$B'\nscript\n  eval x=$A\nend script",
        "script\n  export A=$B\nend script"
      })
  void elsewhereItIsOrIsMeantAsItStands(String lines) {
    assertThat(places(Rule.NOT_EXPANDED, "ubuntu-14.04", "a.conf", lines + "\n")).isEmpty();
  }

  @Test
  void theWordIsFoundAndNotTheWholeCondition() {
    assertThat(places(Rule.NOT_EXPANDED, "1.5", "a.conf", "start on a\\\n and b X=$Y\n"))
        .containsExactly("a.conf:2:8");
  }
}
