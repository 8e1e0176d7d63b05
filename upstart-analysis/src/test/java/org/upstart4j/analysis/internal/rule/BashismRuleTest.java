package org.upstart4j.analysis.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.analysis.finding.Rule;

class BashismRuleTest {

  private final ScriptFindings dash = ScriptFindings.of(Rule.BASHISM);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[[ a == b ]] && c",
        "(( a + b ))",
        "for ((i=0; i<3; i++)); do a; done",
        "a=(1 2)",
        "a[1]=b",
        "a+=b",
        "diff <(a) b",
        "a &> f",
        "a &>> f",
        "a >& f",
        "a <<< b",
        "echo $'a\\n'",
        "echo ${a:0:1}",
        "echo ${a/b/c}",
        "echo ${!a}",
        "echo ${a^^}",
        "echo ${a[0]}",
        "echo $[1+1]",
        "echo $((i++))",
        "source /etc/x",
        "declare a=1",
        "let a=1",
        "pushd /",
        "shopt -s x",
        "[ a == b ]",
        "test a == b",
        "for i in {1..3}; do a; done",
        "cp x.{a,b} y",
        "echo -e a",
        "read -t 1 a",
        "trap a SIGTERM",
        "trap a ERR",
        "kill -SIGTERM 1",
        "kill -s SIGTERM 1",
        "set -o pipefail",
        "set -euo pipefail",
        "export -f a",
        "printf -v a b",
        "ulimit -u 5",
        "function f { a; }",
        "select a in b; do c; done",
        "case a in b) c;& d) e;; esac",
        "a-b() { c; }",
        "exec {fd}>x",
        "echo $RANDOM",
        "if [ $UID = 0 ]; then a; fi",
        "sleep $((RANDOM % 10))",
        "sleep \"$((1 + RANDOM % 10))\"",
        "a=$((RANDOM)); b=$((RANDOM))",
      })
  void whatDashDoesNotKnowIsFound(String script) {
    assertThat(dash.ofScript(script)).hasSize(1).allMatch(message -> message.startsWith("4: "));
    assertThat(ScriptFindings.of(Rule.BASHISM, "rhel-6").ofScript(script)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[ a = b ] && [ ! -z \"$a\" ] -a b",
        "cat <<E\n[[ a == b ]] &> c\nE",
        "bash -c '[[ a == b ]]'",
        "bash <<'E'\nsource x\nE",
        "echo '[[' \"a &> b\" # source x",
        "a > f 2>&1; b >&2; c 2>&-",
        "echo ${a:-b} ${a:=b} ${a:?b} ${a:+b} ${a#b} ${a##b} ${a%b} ${a%%b} ${#a} ${a-b}",
        "echo $((i + 1)) $((a * -1)) ${1} $#",
        "f() { local a=1; }",
        "kill -TERM 1; kill -0 2; trap a TERM EXIT INT 15; trap - TERM",
        "read a; read -r b c; ulimit -n 5; ulimit -c unlimited; export A=1; wait",
        "echo a{b} {} '{1..3}' {a} \"{a,b}\"",
        "find . -exec a {} \\;",
        "set -e; set -x; set -- a b; set -o nounset",
        "RANDOM=5; echo $RANDOM; echo ${UID:-0}",
        "RANDOM=5; echo $((RANDOM % 10)); echo $((MYRANDOM + RANDOM_2))",
        ". /etc/x; echo $HOSTNAME",
        "if [ -n \"$BASH_VERSION\" ]; then shopt -s x; fi",
        "echo -n a; printf '%s' a; type a; command -v b; hash -r; umask 022",
        "awk '{a[1]++; b=c[2]}' x",
        "sed -e 's/{a,b}/c/' x",
        "time a",
      })
  void whatDashKnowsIsLeftAlone(String script) {
    assertThat(dash.ofScript(script)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "source /etc/x # . /etc/x",
        "[ a == b ] # [ a = b ]",
        "a &> f # a >f 2>&1",
        "a &>>f # a >>f 2>&1",
        "trap x SIGTERM SIGINT # trap x TERM INT",
        "kill -SIGHUP 1 # kill -HUP 1",
        "function f { a; } # f() { a; }",
        "function f() { a; } # f() { a; }",
      })
  void aSafeFixWritesItForEveryShell(String script, String mended) {
    String job = ScriptFindings.service(script);
    assertThat(dash.in(job)).allMatch(finding -> finding.fix().orElseThrow().safe());
    assertThat(dash.fixed(job)).isEqualTo(ScriptFindings.service(mended));
  }

  @Test
  void aCommandForTheShellIsLookedAtAndOneWithoutIsNot() {
    assertThat(dash.ofExec("a &> b")).hasSize(1);
    assertThat(dash.ofExec("echo -e")).isEmpty();
    assertThat(dash.ofExec("sleep $((RANDOM % 10))"))
        .containsExactly("3: dash does not set \"RANDOM\"");
    assertThat(dash.ofExec("sleep $RANDOM")).hasSize(1);
    assertThat(dash.messages("env HOSTNAME=a\nexec b $HOSTNAME\n")).isEmpty();
    assertThat(dash.messages("env A=a\nexec b $HOSTNAME\n")).hasSize(1);
    assertThat(dash.messages("pre-start script\nsource x\nend script\n")).hasSize(1);
  }
}
