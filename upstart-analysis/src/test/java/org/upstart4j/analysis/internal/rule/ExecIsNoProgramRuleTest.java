package org.upstart4j.analysis.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.analysis.finding.Rule;

class ExecIsNoProgramRuleTest {

  private final ScriptFindings found = ScriptFindings.of(Rule.EXEC_IS_NO_PROGRAM);

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "A=1 /usr/bin/node x # \"exec\" takes \"A=1\" for a program",
        "A=\"x y\" B=2 node # \"exec\" takes \"A=\"x y\"\" for a program",
        "cd /srv # \"cd\" is built into the shell and no program",
        "cd /srv && ./run # \"cd\" is built into the shell and no program",
        "exec ./run # \"exec\" is built into the shell and no program",
        "source /etc/x # \"source\" is built into the shell and no program",
        ". /etc/x # \".\" is built into the shell and no program",
        "if [ -f x ]; then ./run; fi # \"exec\" takes one program, and \"if [ -f x ]; then ./run; fi\" is none",
        "( ./a ) # \"exec\" takes one program, and \"( ./a )\" is none",
        "\"/usr/bin/node app.js\" # The quotes make one name of the whole command \"/usr/bin/node app.js\"",
        "'/usr/sbin/shopd --foreground' # The quotes make one name of the whole command '/usr/sbin/shopd --foreground'",
      })
  void whatExecCannotRunIsFound(String command, String message) {
    assertThat(found.ofExec(command)).containsExactly("3: " + message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/usr/sbin/shopd",
        "env A=1 /usr/bin/node x",
        "./run A=1",
        "echo a",
        "test -f x",
        "\"/opt/My Shop/bin/run\" -f",
        "\"/opt/My Shop/run\"",
        "\"$PROGRAM\" -f",
        "$PROGRAM",
        "\"/usr/sbin/shopd\"",
        "start x",
        "/usr/bin/a=b/c"
      })
  void aProgramIsLeftAlone(String command) {
    assertThat(found.ofExec(command)).isEmpty();
  }

  @Test
  void eachProcessIsLookedAtAndScriptsAreNot() {
    assertThat(found.messages("pre-start exec cd /x\npost-stop exec A=1 b\nexec c\n")).hasSize(2);
    assertThat(found.ofScript("A=1 b\ncd /x")).isEmpty();
  }

  @Test
  void envMendsAnAssignmentSafely() {
    String job = "exec A=1 B=2 /usr/bin/node x\n";
    assertThat(found.in(job).get(0).fix().orElseThrow().safe()).isTrue();
    assertThat(found.fixed(job)).isEqualTo("exec env A=1 B=2 /usr/bin/node x\n");
    assertThat(found.in(found.fixed(job))).isEmpty();
    assertThat(found.fixed("exec \"/a/b -c\"\n")).isEqualTo("exec /a/b -c\n");
  }
}
