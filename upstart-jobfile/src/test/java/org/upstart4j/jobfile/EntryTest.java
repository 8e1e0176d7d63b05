package org.upstart4j.jobfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.stanza.EnvStanza;
import org.upstart4j.jobfile.stanza.ExecStanza;
import org.upstart4j.jobfile.stanza.FlagStanza;
import org.upstart4j.jobfile.stanza.ListStanza;
import org.upstart4j.jobfile.stanza.StanzaName;

class EntryTest {

  private static List<String> texts(String file) {
    return JobFile.parse(file).entries().stream().map(Entry::text).toList();
  }

  private static Stanza stanza(String file) {
    return JobFile.parse(file).stanzas().findFirst().orElseThrow();
  }

  @Test
  void anEmptyFileHasNoEntries() {
    assertThat(JobFile.parse("").entries()).isEmpty();
    assertThat(JobFile.parse("")).hasToString("");
  }

  @Test
  void eachLineThatSaysNothingIsAnEntry() {
    assertThat(texts("\n \t\r\n# a\n  # b")).containsExactly("\n", " \t\r\n", "# a\n", "  # b");
    assertThat(JobFile.parse("\n # b\n").entries())
        .hasSize(2)
        .allMatch(TriviaLine.class::isInstance);
  }

  @Test
  void aStanzaOwnsItsIndentationItsCommentAndItsLineBreak() {
    assertThat(texts("  task # c\r\n\texec a\n")).containsExactly("  task # c\r\n", "\texec a\n");
  }

  @Test
  void aStanzaOwnsAllLinesThatItTakes() {
    assertThat(
            texts("exec a \\\n b\nenv \"A=1\n2\"\nstart on (a\n and b)\nscript\n x\nend script\n"))
        .containsExactly(
            "exec a \\\n b\n",
            "env \"A=1\n2\"\n",
            "start on (a\n and b)\n",
            "script\n x\nend script\n");
  }

  @Test
  void stanzasOfOneLineAreEntriesOfTheirOwn() {
    assertThat(texts("manual debug  task\n")).containsExactly("manual ", "debug  ", "task\n");
  }

  @Test
  void anOpenQuoteTakesItsOwnLineOnly() {
    assertThat(texts("exec \"a\ntask\n")).containsExactly("exec \"a\n", "task\n");
  }

  @Test
  void anOpenScriptTakesTheRestOfTheFile() {
    assertThat(texts("script\n a\ntask\n")).containsExactly("script\n a\ntask\n");
  }

  @Test
  void theCommentOfAStanzaIsTheTextAfterTheNumberSign() {
    assertThat(stanza("task # c # d\n").comment()).contains(" c # d");
    assertThat(stanza("task#c\r\n").comment()).contains("c");
    assertThat(stanza("task\n").comment()).isEmpty();
    assertThat(stanza("exec 'a # b'\n").comment()).isEmpty();
    assertThat(stanza("script # c\n # d\nend script # e\n").comment()).contains(" c");
  }

  @Test
  void aLineOfTriviaIsBlankOrHasAComment() {
    List<Entry> entries = JobFile.parse(" \n # c\r\n#\n").entries();

    assertThat(entries)
        .extracting(entry -> ((TriviaLine) entry).isBlank())
        .containsExactly(true, false, false);
    assertThat(entries)
        .extracting(entry -> ((TriviaLine) entry).comment().orElse("(none)"))
        .containsExactly("(none)", " c", "");
  }

  @Test
  void aStanzaIsFoundByItsNameWhetherItIsRightOrWrong() {
    JobFile file = JobFile.parse("env A\nfoo\nenv\ntask\nenv B\n");

    assertThat(file.stanzas(StanzaName.ENV)).hasSize(3);
    assertThat(file.stanzas(StanzaName.EXEC)).isEmpty();
    assertThat(file.stanzas().map(Stanza::keyword))
        .containsExactly("env", "foo", "env", "task", "env");
  }

  @ParameterizedTest
  @ValueSource(strings = {"exec a\n", "  exec\ta", "exec#x\n", "exec\r\n", "exec\0a", "exec"})
  void theKeywordEndsAtABlankOrAComment(String file) {
    assertThat(stanza(file).keyword()).isEqualTo("exec");
    assertThat(stanza(file).name()).contains(StanzaName.EXEC);
  }

  @Test
  void aStanzaThatIsContinuedAfterItsNameHasThatName() {
    assertThat(stanza("exec\\\n a\n").name()).contains(StanzaName.EXEC);
    assertThat(stanza("pre-start\\\n exec a\n").name()).contains(StanzaName.PRE_START);
    assertThat(stanza("manual\\\n").name()).contains(StanzaName.MANUAL);
  }

  @Test
  void aStanzaSaysWhatItMeansIfItIsRight() {
    assertThat(stanza("exec a b\n").typed()).contains(new ExecStanza(ProcessType.MAIN, "a b"));
    assertThat(stanza("env A=1\n").typed()).contains(new EnvStanza("A=1"));
    assertThat(stanza("respawn\n").typed()).contains(new FlagStanza(StanzaName.RESPAWN));
    assertThat(stanza("import A B\n").typed())
        .contains(new ListStanza(StanzaName.IMPORT, List.of("A", "B")));
    assertThat(stanza("task x\n").typed()).isEmpty();
    assertThat(stanza("foo\n").typed()).isEmpty();
  }

  @Test
  void theSpanOfAStanzaStartsAtItsNameAndEndsAfterItsLineBreak() {
    JobFile file = JobFile.parse("\n  task # c\nmanual debug\n");

    assertThat(file.entries())
        .extracting(file::span)
        .containsExactly(
            new SourceSpan(0, 1, 1, 1),
            new SourceSpan(3, 12, 2, 3),
            new SourceSpan(12, 19, 3, 1),
            new SourceSpan(19, 24, 3, 8));
  }

  @Test
  void anEntryOfAnotherFileHasNoSpan() {
    JobFile one = JobFile.parse("task\n");
    Entry other = JobFile.parse("task\n").entries().get(0);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> one.span(other))
        .withMessage("The entry is not one of this file: task\n");
  }

  @Test
  void filesAreEqualIfTheirBytesAre() {
    JobFile file = JobFile.parse("task\n");

    assertThat(file)
        .isEqualTo(JobFile.parse("task\n".getBytes(StandardCharsets.UTF_8)))
        .hasSameHashCodeAs(JobFile.parse("task\n"))
        .isNotEqualTo(JobFile.parse("task"));
    assertThat(file.entries().get(0)).isNotEqualTo(JobFile.parse("task\n").entries().get(0));
  }

  @Test
  void aFileDoesNotChangeWithTheBytesItWasMadeOfOrGave() {
    byte[] bytes = "task\n".getBytes(StandardCharsets.UTF_8);

    JobFile file = JobFile.parse(bytes);
    bytes[0] = 'X';
    file.toBytes()[0] = 'Y';

    assertThat(file).hasToString("task\n");
  }

  @Test
  void aFileIsReadFromTheDiskByteByByte(@TempDir Path folder) throws Exception {
    byte[] bytes = Invariants.latin1("\u00ef\u00bb\u00bfexec \u00ff\0\r\n\\");
    Path path = Files.write(folder.resolve("web.conf"), bytes);

    assertThat(JobFile.read(path).toBytes()).isEqualTo(bytes);
  }

  @Test
  void aLoneSurrogateInATextStandsForOneByteOrForNone() {
    assertThat(JobFile.parse("env \udcff\u00e9").toBytes())
        .isEqualTo(Invariants.latin1("env \u00ff\u00c3\u00a9"));
    assertThatIllegalArgumentException().isThrownBy(() -> JobFile.parse("env \udc7f"));
    assertThatIllegalArgumentException().isThrownBy(() -> JobFile.parse("env \ud800"));
  }
}
