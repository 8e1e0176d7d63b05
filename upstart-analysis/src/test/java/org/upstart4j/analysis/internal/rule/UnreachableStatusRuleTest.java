package org.upstart4j.analysis.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.analysis.finding.Rule;

class UnreachableStatusRuleTest {

  private final ScriptFindings found = ScriptFindings.of(Rule.UNREACHABLE_STATUS);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a -b\nif [ $? -ne 0 ]; then exit 1; fi",
        "a -b\n[ \"$?\" = 0 ] || exit 1",
        "a -b\nRESULT=$?",
        "a -b; case $? in 0) ;; esac",
        "a | a -b\nif test $? != 0; then exit 1; fi",
        "x=$(a)\n[ $? = 0 ]",
      })
  void aStatusBehindACommandThatEndsTheScriptIsFound(String script) {
    assertThat(found.ofScript(script)).hasSize(1).allMatch(m -> m.contains("\"$?\" is always 0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a || RESULT=$?",
        "a && b\nif [ $? -ne 0 ]; then exit 1; fi",
        "set +e\na\nif [ $? -ne 0 ]; then exit 1; fi",
        "! a\n[ $? = 0 ]",
        "a &\n[ $? = 0 ]",
        "a\nexit $?",
        "f() { a; [ $? = 0 ]; }\nif f; then b; fi",
        "if a; then b; fi\necho $?",
        "a\nb\necho '$?'",
        "if a; [ $? = 0 ]; then b; fi",
      })
  void aStatusThatMaySayMoreIsLeftAlone(String script) {
    assertThat(found.ofScript(script)).isEmpty();
  }

  @Test
  void aPostStopThatFailsAsARuleIsFoundIfTheJobRespawns() {
    String respawning = "respawn\nexec a\npost-stop ";
    assertThat(found.messages(respawning + "exec rm /run/a.pid\n"))
        .containsExactly("3: \"post-stop\" fails when \"rm /run/a.pid\" does");
    assertThat(found.messages(respawning + "script\nkill `cat /run/a.pid`\nend script\n"))
        .hasSize(1);
    assertThat(found.messages(respawning + "script\n[ -f x ] && rm -f x\nend script\n")).hasSize(1);
    assertThat(found.messages(respawning + "script\nrm -f x\nexit 1\nend script\n")).hasSize(1);
    assertThat(found.messages("exec a\npost-stop exec rm /run/a.pid\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rm -f x",
        "rm -rf x",
        "rm x || true",
        "killall a || :",
        "if [ -f x ]; then rm -f x; fi",
        "[ -f x ] && rm -f x || true",
        "set +e\nrm x\ntrue",
        "logger gone",
        "sleep 5",
      })
  void aPostStopThatSucceedsIsLeftAlone(String script) {
    assertThat(found.messages("respawn\nexec a\npost-stop script\n" + script + "\nend script\n"))
        .isEmpty();
  }
}
