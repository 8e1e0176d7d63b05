package org.upstart4j.analysis.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.analysis.finding.Rule;

class PostStartLoopRuleTest {

  private final ScriptFindings found = ScriptFindings.of(Rule.POST_START_LOOP);

  private List<String> postStart(String script) {
    return found.messages("exec a\npost-start script\n" + script + "\nend script\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while [ ! -S /run/a.sock ]; do sleep 1; done",
        "until nc -z localhost 80; do sleep 1; done",
        "while ! curl -s localhost; do :; done",
        "while true; do if [ -S x ]; then break; fi; sleep 1; done",
      })
  void aLoopWithoutAnEndIsFound(String script) {
    assertThat(postStart(script)).hasSize(1).allMatch(message -> message.startsWith("3: "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for i in $(seq 30); do [ -S x ] && exit 0; sleep 1; done",
        "while [ ! -S x ]; do n=$((n + 1)); [ $n -lt 30 ] || break; sleep 1; done",
        "n=0; while [ ! -S x ] && [ $n -lt 9 ]; do n=`expr $n + 1`; done",
        "while ! a; do status $UPSTART_JOB | grep -q start/ || exit 1; sleep 1; done",
        "while kill -0 $pid && ! a; do sleep 1; done",
        "b | while read x; do c; done",
        "while ! timeout 5 a; do sleep 1; done",
        "while true; do [ -S x ] && exit 0; a || exit 1; sleep 1; done",
      })
  void aLoopThatEndsIsLeftAlone(String script) {
    assertThat(postStart(script)).isEmpty();
  }

  @Test
  void otherProcessesMayLoop() {
    assertThat(found.ofScript("while ! a; do sleep 1; done")).isEmpty();
    assertThat(found.messages("post-start script\nwhile ! a; do sleep 1; done\nend script\n"))
        .isEmpty();
  }
}
