package org.upstart4j.analysis.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.analysis.internal.shell.Context.BACKGROUND;
import static org.upstart4j.analysis.internal.shell.Context.BRANCH;
import static org.upstart4j.analysis.internal.shell.Context.CONDITION;
import static org.upstart4j.analysis.internal.shell.Context.FUNCTION;
import static org.upstart4j.analysis.internal.shell.Context.LEFT_OF_AND;
import static org.upstart4j.analysis.internal.shell.Context.LEFT_OF_OR;
import static org.upstart4j.analysis.internal.shell.Context.LOOP;
import static org.upstart4j.analysis.internal.shell.Context.NEGATED;
import static org.upstart4j.analysis.internal.shell.Context.PIPED;
import static org.upstart4j.analysis.internal.shell.Context.PIPELINE;
import static org.upstart4j.analysis.internal.shell.Context.SUBSHELL;
import static org.upstart4j.analysis.internal.shell.Context.SUBSTITUTION;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowTest {

  private static Set<Context> around(String name, String text) {
    return ShellScript.read(text).commands().stream()
        .filter(occurrence -> occurrence.command().runs(name))
        .findFirst()
        .orElseThrow()
        .contexts();
  }

  @Test
  void whatLiesAroundACommandIsKnown() {
    assertThat(around("x", "x")).isEmpty();
    assertThat(around("x", "f() { x; }")).containsOnly(FUNCTION);
    assertThat(around("x", "(x)")).containsOnly(SUBSHELL);
    assertThat(around("x", "a $(x) b")).containsOnly(SUBSTITUTION);
    assertThat(around("x", "cat <<E\n`x`\nE")).containsOnly(SUBSTITUTION);
    assertThat(around("x", "if x; then y; fi")).containsOnly(CONDITION);
    assertThat(around("x", "if y; then x; fi")).containsOnly(BRANCH);
    assertThat(around("x", "if y; then z; else x; fi")).containsOnly(BRANCH);
    assertThat(around("x", "case y in z) x; esac")).containsOnly(BRANCH);
    assertThat(around("x", "while y; do x; done")).containsOnly(LOOP);
    assertThat(around("x", "for y in z; do x; done")).containsOnly(LOOP);
    assertThat(around("x", "while x; do y; done")).containsOnly(CONDITION);
    assertThat(around("x", "x | y")).containsOnly(PIPELINE, PIPED);
    assertThat(around("x", "y | x")).containsOnly(PIPELINE);
    assertThat(around("x", "x && y || z")).containsOnly(LEFT_OF_AND, LEFT_OF_OR);
    assertThat(around("x", "y || x && z")).containsOnly(LEFT_OF_AND, BRANCH);
    assertThat(around("x", "y || x")).containsOnly(BRANCH);
    assertThat(around("x", "! x")).containsOnly(NEGATED);
    assertThat(around("x", "{ x; } &")).containsOnly(BACKGROUND);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "x; y # true",
        "x & y # false",
        "x || y # false",
        "y || x # true",
        "x && y # false",
        "y && x # true",
        "! x # false",
        "x | y # false",
        "y | x # true",
        "if x; then y; fi # false",
        "if y; then x; fi # true",
        "while x; do y; done # false",
        "(x) # true",
        "(x) || y # false",
        "a=$(x) # false",
        "set +e; x # false",
        "set +e; set -e; x # true",
        "set +eu; x # false",
        "(set +e; y); x # true",
      })
  void underMinusEAFailureEndsTheScriptUnlessItIsLookedAt(String text, boolean ends) {
    Occurrence found =
        ShellScript.read(text).commands().stream()
            .filter(occurrence -> occurrence.command().runs("x"))
            .findFirst()
            .orElseThrow();
    assertThat(found.failureEnds()).isEqualTo(ends);
  }

  private static List<String> endings(String text) {
    ShellScript script = ShellScript.read(text);
    return script.endings().stream()
        .map(
            ending ->
                script.written(ending.command())
                    + (ending.background() ? " &" : "")
                    + (ending.piped() ? " |" : ""))
        .toList();
  }

  @Test
  void aScriptEndsWithItsLastCommandInEachBranch() {
    assertThat(endings("a; b")).containsExactly("b");
    assertThat(endings("")).isEmpty();
    assertThat(endings("a; if b; then c; d; elif e; then f; else g; fi"))
        .containsExactly("d", "f", "g");
    assertThat(endings("case a in b) c;; *) d;; esac")).containsExactly("c", "d");
    assertThat(endings("{ a; b; } >f")).containsExactly("b");
    assertThat(endings("a && b || c")).containsExactly("a", "b", "c");
    assertThat(endings("a; b &")).containsExactly("b &");
    assertThat(endings("a | b")).containsExactly("b |");
    assertThat(endings("(a; b)")).containsExactly("(a; b)");
    assertThat(endings("f() { a; b; }; f")).containsExactly("b");
    assertThat(endings("f() { f; }; f")).containsExactly("f");
  }

  @Test
  void anExitOrExecEndsItEarlier() {
    assertThat(endings("exec a; b")).containsExactly("exec a");
    assertThat(endings("exec >f; b")).containsExactly("b");
    assertThat(endings("if a; then exec b; fi; c")).containsExactly("exec b", "c");
    assertThat(endings("[ -x a ] || exit 0; c")).containsExactly("exit 0", "c");
    assertThat(endings("if a; then exec b; else exit; fi; c")).containsExactly("exec b", "exit");
    assertThat(endings("f() { exit 1; }; f; a")).containsExactly("exit 1");
    assertThat(endings("(exit 1); a")).containsExactly("a");
    assertThat(endings("case a in b) exec c;; *) exit;; esac; d"))
        .containsExactly("exec c", "exit");
  }

  @Test
  void aLoopEndsItAsAWhole() {
    assertThat(endings("while true; do a; done; b")).containsExactly("while true; do a; done");
    assertThat(endings("while a; do exit; done")).containsExactly("exit", "while a; do exit; done");
    assertThat(endings("while :; do break; done; b")).containsExactly("b");
    assertThat(endings("for a in b; do c; done")).containsExactly("for a in b; do c; done");
  }

  private static String fork(String text) {
    ShellScript script = ShellScript.read(text);
    return script.forkBeforeExec(true).map(script::written).orElse("-");
  }

  @Test
  void theFirstForkBeforeAnExecIsFound() {
    assertThat(fork("exec a")).isEqualTo("-");
    assertThat(fork(". f; A=1; [ -f x ] && export B=2; ulimit -n 5; exec a")).isEqualTo("-");
    assertThat(fork("H=$(hostname); exec a")).isEqualTo("$(hostname)");
    assertThat(fork("mkdir a; exec b")).isEqualTo("mkdir a");
    assertThat(fork("echo a | b; exec c")).isEqualTo("echo a | b");
    assertThat(fork("(echo a); exec c")).isEqualTo("(echo a)");
    assertThat(fork("echo a & exec c")).isEqualTo("echo a");
    assertThat(fork("exec a `b`")).isEqualTo("`b`");
    assertThat(fork("f() { a; }; exec b")).isEqualTo("-");
    assertThat(fork("f() { a; }; f; exec b")).isEqualTo("a");
    assertThat(fork("exec a; b")).isEqualTo("-");
    assertThat(fork("$A b")).isEqualTo("$A b");
  }

  @Test
  void variablesAreAssignedExportedAndUsed() {
    ShellVariables variables =
        ShellScript.read(
                "A=1; B=2 x; export C=3 D; read E F; for G in $H; do :; done; : ${I:=1}"
                    + "; local J=$K; getopts ab L; M+=1; export N=\"$O\"; echo '$P'")
            .variables();
    assertThat(variables.assigned())
        .containsExactlyInAnyOrder("A", "C", "E", "F", "G", "I", "J", "L", "M", "N");
    assertThat(variables.exported()).containsExactlyInAnyOrder("C", "D", "N");
    assertThat(variables.used()).extracting(p -> p.name()).containsExactly("H", "I", "K", "O");
  }

  private static String calls(String text) {
    ShellScript script = ShellScript.read(text);
    return UpstartCall.of(script).stream()
        .map(c -> c.verb() + " " + script.written(c.name()) + (c.waits() ? "" : " &"))
        .collect(Collectors.joining(", "));
  }

  @Test
  void callsOfUpstartAreFoundWhereverTheyStand() {
    assertThat(calls("initctl emit a B=c")).isEqualTo("emit a");
    assertThat(calls("/sbin/initctl --quiet emit -n a; start b || stop --no-wait c"))
        .isEqualTo("emit a &, start b, stop c &");
    assertThat(calls("sudo -u root initctl start a; exec /sbin/start b"))
        .isEqualTo("start a, start b");
    assertThat(calls("x=$(initctl status a)")).isEqualTo("status a");
    assertThat(calls("sh -c \"start a; sudo sh -c \\\"stop b\\\"\"")).isEqualTo("start a, stop b");
    assertThat(calls("su - user -c 'initctl emit a'")).isEqualTo("emit a");
    assertThat(calls("start \"$JOB\"; service x start; emit y; initctl list; echo start z"))
        .isEqualTo("start \"$JOB\"");
    assertThat(calls("cat <<E\nstart a\nE\necho 'start a'")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "exec /usr/bin/a b # a",
        "sudo -u x -- a # a",
        "env A=1 B=$C -i a # a",
        "exec sudo -E nice -n 5 a # a",
        "timeout 5 a # a",
        "exec # ''",
        "$A b # ''",
      })
  void whatACommandRunsInTheEndStandsBehindWrappers(String text, String name) {
    ShellCommand.Simple command = ShellScript.read(text).commands().get(0).command();
    assertThat(ProgramCall.of(command).map(ProgramCall::name).orElse("")).isEqualTo(name);
  }

  @Test
  void theScriptInAWordHasTheOffsetsOfTheWholeText() {
    ShellScript script = ShellScript.read("su x -c \"a \\\"b c\\\"; d\"");
    ShellWord word =
        ProgramCall.of(script.commands().get(0).command())
            .flatMap(ProgramCall::scriptWord)
            .orElseThrow();
    ShellScript inner = script.inside(word);
    assertThat(inner.commands())
        .extracting(occurrence -> inner.written(occurrence.command()))
        .containsExactly("a \\\"b c\\\"", "d");
  }
}
