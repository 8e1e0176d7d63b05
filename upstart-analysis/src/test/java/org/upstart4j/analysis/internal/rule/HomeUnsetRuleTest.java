package org.upstart4j.analysis.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.analysis.finding.Rule;

class HomeUnsetRuleTest {

  private final ScriptFindings found = ScriptFindings.of(Rule.HOME_UNSET);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a $HOME/b",
        "a \"${USER}\"",
        "cd ~/x",
        "cd",
        "su x -c \"$HOME/a\"",
        "a ${LOGNAME}"
      })
  void whatIsUsedAndNotSetIsFound(String script) {
    assertThat(found.ofScript(script)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HOME=/x; a $HOME",
        "export USER=x\na $USER",
        "a ${HOME:-/x}",
        ". /etc/x; a $HOME",
        "su x -c '$HOME/a'",
        "cd ~x/y",
        "a $HOMEPAGE",
        "cat <<'E'\n$HOME\nE",
        "a $XDG_RUNTIME_DIR $HOME",
      })
  void whatIsSetOrMayBeIsLeftAlone(String script) {
    assertThat(found.ofScript(script)).isEmpty();
  }

  @Test
  void envSetsItAndEachVariableIsSaidOnceForAProcess() {
    assertThat(found.messages("env HOME=/x\nexec a $HOME\n")).isEmpty();
    assertThat(found.messages("exec a $HOME ~ $USER $HOME\n"))
        .containsExactly(
            "1: Nothing sets HOME for \"$HOME\"", "1: Nothing sets USER for \"$USER\"");
    assertThat(found.messages("start on desktop-start\nexec a $HOME\n")).isEmpty();
    assertThat(ScriptFindings.of(Rule.HOME_UNSET, "rhel-6").messages("exec a ~/x\n")).isEmpty();
  }
}
