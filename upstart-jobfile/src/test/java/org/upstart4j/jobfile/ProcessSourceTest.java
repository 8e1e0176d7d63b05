package org.upstart4j.jobfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessSourceTest {

  private static ProcessSource only(JobFile file) {
    List<ProcessSource> found =
        file.stanzas().flatMap(stanza -> file.process(stanza).stream()).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static String at(JobFile file, SourceSpan span) {
    return JobFile.parse(java.util.Arrays.copyOfRange(file.toBytes(), span.start(), span.end()))
        .toString();
  }

  @Test
  void aPartOfAScriptStandsInItsLineOfTheFile() {
    JobFile file =
        JobFile.parse(
            "task\nscript # set up\n    if true; then\n      é=1; mkdir x\n    fi\nend script\n");
    ProcessSource source = only(file);
    int from = source.text().indexOf("mkdir");

    SourceSpan span = source.span(from, from + 5);

    assertThat(at(file, span)).isEqualTo("mkdir");
    assertThat(span).hasToString("4:12");
  }

  @Test
  void aPartOfACommandOfSeveralLinesStandsInItsOwnLine() {
    JobFile file = JobFile.parse("exec /bin/a \\\n   --long \\\n\t\t--last=\"x  y\"   # why\n");
    ProcessSource source = only(file);
    int from = source.text().indexOf("--last");

    assertThat(source.text()).isEqualTo("/bin/a --long --last=\"x  y\"");
    assertThat(at(file, source.span(from, source.text().length()))).isEqualTo("--last=\"x  y\"");
    assertThat(source.span(from, from).line()).isEqualTo(3);
  }

  @Test
  void aLineOfAScriptIsTheOneThatTheShellCounts() {
    JobFile file = JobFile.parse("pre-start script\n\n  echo one\n  echo two\nend script\n");
    ProcessSource source = only(file);

    assertThat(source.line(1).line()).isEqualTo(2);
    assertThat(at(file, source.line(3))).isEqualTo("echo two");
    assertThat(source.line(99).line()).isEqualTo(4);
  }

  @Test
  void anEmptyScriptHasAPlace() {
    JobFile file = JobFile.parse("script\nend script\n");

    assertThat(only(file).span(0, 0).line()).isEqualTo(2);
    assertThat(only(file).line(1).line()).isEqualTo(2);
  }

  @Test
  void theWordsOfAConditionKnowTheirPlaces() {
    JobFile file = JobFile.parse("start on (started \"a b\" # first\n  or \"and\" X=1)\n");

    List<Word> words = file.words(file.stanzas().findFirst().orElseThrow());

    assertThat(words)
        .extracting(Word::text)
        .containsExactly("start", "on", "(", "started", "a b", "or", "and", "X=1", ")");
    assertThat(words)
        .extracting(Word::operator)
        .containsExactly(false, false, true, false, false, true, false, false, true);
    assertThat(words.get(6).span()).hasToString("2:6");
  }

  @Test
  void theLinesOfAScriptAreNoWords() {
    JobFile file = JobFile.parse("pre-start script # x\n  echo one\nend script\n");

    assertThat(file.words(file.stanzas().findFirst().orElseThrow()))
        .extracting(Word::text)
        .containsExactly("pre-start", "script");
  }
}
