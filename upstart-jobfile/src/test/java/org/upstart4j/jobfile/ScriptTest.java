package org.upstart4j.jobfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.ProcessType;

class ScriptTest {

  /** The script as Upstart reads it out of a file that was built with it. */
  private static String read(Script script) {
    JobDefinition job = JobDefinition.of("job", JobFile.builder().run(script).build());
    return job.processes().get(ProcessType.MAIN).text();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "a",
        "a\n",
        "  a\n  b\n",
        "  a\n b\n",
        "\ta\n\n\tb\n",
        " \n",
        "if x; then\n  y\nfi\n",
        "a # b\n",
        "it's \"\n",
        "a \\\n",
        "end\nscript\nend script x\n"
      })
  void aShellScriptIsReadAsItSaysItIs(String text) {
    Script script = Script.shell(text);
    assertThat(read(script)).isEqualTo(script.text());
  }

  @Test
  void blanksThatAllLinesBeginWithAreTakenAway() {
    assertThat(Script.shell("    if x\n      y\n").text()).isEqualTo("if x\n  y\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo $HOME `id` \\n\n",
        "print 'END'\nEND\nEND1\n",
        "a\n$END\nEND\n",
        "  indented\n",
        "no line break at the end",
        "'END'\n",
        "\\\n"
      })
  void whatAnInterpreterGetsIsTheTextItself(String text) throws Exception {
    String script = read(Script.of("cat -", text));
    String expected = text.endsWith("\n") ? text : text + "\n";
    assertThat(output(script)).isEqualTo(expected);
  }

  private static String output(String script) throws IOException, InterruptedException {
    Process shell = new ProcessBuilder("sh", "-e", "-c", script).redirectErrorStream(true).start();
    String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).isZero();
    return output;
  }

  @Test
  void eachInterpreterReadsItsStandardInput() {
    assertThat(Script.python("x").text()).isEqualTo("python - <<END\nx\nEND\n");
    assertThat(Script.perl("$x").text()).isEqualTo("perl - <<'END'\n$x\nEND\n");
    assertThat(Script.bash("x").text()).isEqualTo("bash - <<END\nx\nEND\n");
    assertThat(Script.of("ruby -w -", "END").text()).isEqualTo("ruby -w - <<END1\nEND\nEND1\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"end script", "a\n\tend \t script # c\nb", "end script\r\n", "a\0b"})
  void whatAScriptCannotHoldIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Script.shell(text));
    assertThatIllegalArgumentException().isThrownBy(() -> Script.python(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb", "a\0"})
  void anInterpreterIsACommandOfOneLine(String interpreter) {
    assertThatIllegalArgumentException().isThrownBy(() -> Script.of(interpreter, "x"));
  }

  @Test
  void aNulEndsOnlyItsOwnLineWithTheLineBreak() {
    JobFile file = JobFile.parse("script\n  a\0b\n  c\n\0\n  d\u00e9\nend script\n");
    JobDefinition job = JobDefinition.of("job", file);

    assertThat(job.processes().get(ProcessType.MAIN).text()).isEqualTo("  a  c\n  d\u00e9\n");
  }
}
