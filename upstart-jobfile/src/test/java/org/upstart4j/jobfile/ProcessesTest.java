package org.upstart4j.jobfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.jobfile.Jobs.command;
import static org.upstart4j.jobfile.Jobs.fault;
import static org.upstart4j.jobfile.Jobs.job;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.JobDefinition.Command;
import org.upstart4j.jobfile.stanza.Fault;

class ProcessesTest {

  private static String script(String body) {
    return command("script\n" + body + "end script\n");
  }

  @Test
  void aCommandKeepsItsQuotesAndItsBlanks() {
    assertThat(command("exec   a   \"b  c\" 'd' # e\n")).isEqualTo("a   \"b  c\" 'd'");
    assertThat(command("exec a#b\n")).isEqualTo("a");
    assertThat(command("exec 'a # b' c\n")).isEqualTo("'a # b' c");
  }

  @Test
  void aCommandMayStartOnTheNextLine() {
    assertThat(command("exec\\\n /bin/foo\n")).isEqualTo("/bin/foo");
    assertThat(command("exec \\\n /bin/foo\n")).isEqualTo("/bin/foo");
  }

  @Test
  void linesOfACommandAreJoinedByOneSpace() {
    assertThat(command("exec a \\\n   b\\\nc\n")).isEqualTo("a b c");
    assertThat(command("exec a 'b  \n  c'\n")).isEqualTo("a 'b c'");
  }

  @Test
  void aCommandKeepsItsBackslashesAndDoublesOneAfterABlank() {
    assertThat(command("exec a\\\"b\n")).isEqualTo("a\\\"b");
    assertThat(command("exec a\\\\b\\ c\n")).isEqualTo("a\\\\b\\ c");
    assertThat(command("exec a \\\"b\n")).isEqualTo("a\\\\\"b");
    assertThat(command("exec a \\# c\n")).isEqualTo("a\\\\# c");
  }

  @Test
  void aCommandEndsAtANul() {
    assertThat(command("exec a b\0c d\n")).isEqualTo("a b");
  }

  @Test
  void aCarriageReturnAtTheEndOfACommandIsDropped() {
    assertThat(command("exec a b\r\n")).isEqualTo("a b");
    assertThat(command("exec a \\\r\ntask\r\n")).isEqualTo("a \\\r");
  }

  @Test
  void aScriptLosesTheBlanksThatAllItsLinesBeginWith() {
    assertThat(script("  a\n    b\n  c\n")).isEqualTo("a\n  b\nc\n");
    assertThat(script("\ta\n\t b\n")).isEqualTo("a\n b\n");
  }

  @Test
  void anEmptyLineOrAMixOfBlanksLeavesAScriptAsItIs() {
    assertThat(script("  a\n\n  b\n")).isEqualTo("  a\n\n  b\n");
    assertThat(script("\ta\n  b\n")).isEqualTo("\ta\n  b\n");
    assertThat(script("")).isEmpty();
  }

  @Test
  void aScriptKeepsItsCarriageReturnsQuotesAndNumberSigns() {
    assertThat(command("script\r\n  a\r\n  b\r\nend script\r\n")).isEqualTo("a\r\nb\r\n");
    assertThat(script(" echo \"it's # c\n \\\n")).isEqualTo("echo \"it's # c\n\\\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "end script",
        "  end\t script",
        "end script # c",
        "end script#c",
        "end  script \r"
      })
  void aScriptEndsWithItsLastLineHoweverThatIsSpaced(String end) {
    assertThat(command("script\n a\n" + end)).isEqualTo("a\n");
    assertThat(command("script\n a\n" + end + "\n")).isEqualTo("a\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "end script x",
        "end scripts",
        "end",
        "\"end script\"",
        "endscript",
        "x end script"
      })
  void aScriptGoesOnOverALineThatOnlyLooksLikeItsEnd(String line) {
    assertThat(script(" a\n " + line + "\n")).isEqualTo("a\n" + line + "\n");
  }

  @Test
  void aScriptEndsAtTheFirstEndEvenWithinAHereDocument() {
    assertThat(fault("script\ncat <<E\nend script\nE\nend script\n"))
        .isEqualTo(Fault.UNKNOWN_STANZA);
  }

  @Test
  void theWordScriptMayHaveACommentAndNothingElse() {
    assertThat(command("script # c\n a\nend script\n")).isEqualTo("a\n");
    assertThat(fault("script a\n b\nend script\n")).isEqualTo(Fault.UNEXPECTED_TOKEN);
    assertThat(fault("script\n a\n")).isEqualTo(Fault.UNTERMINATED_BLOCK);
  }

  @Test
  void eachProcessHasACommandOrAScript() {
    JobDefinition job =
        job(
            """
            pre-start exec a
            post-start script
             b
            end script
            exec c
            pre-stop exec d
            post-stop script
            end script
            apparmor load /e
            """);

    assertThat(job.processes())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                ProcessType.PRE_START, new Command(false, "a"),
                ProcessType.POST_START, new Command(true, "b\n"),
                ProcessType.MAIN, new Command(false, "c"),
                ProcessType.PRE_STOP, new Command(false, "d"),
                ProcessType.POST_STOP, new Command(true, ""),
                ProcessType.SECURITY, new Command(false, "/sbin/apparmor_parser -r -W /e")));
    assertThat(job.processes().keySet())
        .containsExactly(
            ProcessType.SECURITY,
            ProcessType.PRE_START,
            ProcessType.MAIN,
            ProcessType.POST_START,
            ProcessType.PRE_STOP,
            ProcessType.POST_STOP);
  }

  @Test
  void aProcessNeedsExecOrScriptAndThat() {
    assertThat(fault("pre-start\n")).isEqualTo(Fault.EXPECTED_TOKEN);
    assertThat(fault("pre-start run\n")).isEqualTo(Fault.UNKNOWN_STANZA);
    assertThat(fault("pre-start exec\n")).isEqualTo(Fault.EXPECTED_TOKEN);
    assertThat(fault("exec\n")).isEqualTo(Fault.EXPECTED_TOKEN);
    assertThat(job("pre-start\\\n script\n a\nend script\n").processes())
        .containsEntry(ProcessType.PRE_START, new Command(true, "a\n"));
  }

  @Test
  void execAndScriptOfOneProcessReplaceEachOther() {
    assertThat(command("exec a\nscript\n b\nend script\n")).isEqualTo("b\n");
    assertThat(command("script\n b\nend script\nexec a\n")).isEqualTo("a");
  }
}
