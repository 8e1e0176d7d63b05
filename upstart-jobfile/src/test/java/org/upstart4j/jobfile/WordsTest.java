package org.upstart4j.jobfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.jobfile.Jobs.fault;
import static org.upstart4j.jobfile.Jobs.job;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.jobfile.stanza.Fault;

/** What quotes, backslashes, line breaks and odd bytes do to a word. */
class WordsTest {

  private static String description(String word) {
    return job("description " + word + "\n").description().orElseThrow();
  }

  @Test
  void quotesOfBothKindsAreTakenAway() {
    assertThat(description("\"a b\"")).isEqualTo("a b");
    assertThat(description("'a b'")).isEqualTo("a b");
    assertThat(description("a\" b\"'c d'e")).isEqualTo("a bc de");
    assertThat(description("\"it's\"")).isEqualTo("it's");
  }

  @Test
  void aNumberSignStartsACommentUnlessItIsQuotedOrEscaped() {
    assertThat(description("a#b")).isEqualTo("a");
    assertThat(description("a # b")).isEqualTo("a");
    assertThat(description("\"a # b\"")).isEqualTo("a # b");
    assertThat(description("a\\#b")).isEqualTo("a\\#b");
  }

  @Test
  void aLineBreakInQuotesAndTheBlanksAroundItAreOneSpace() {
    assertThat(description("\"a  \n\t b\"")).isEqualTo("a b");
    assertThat(description("\"a\n\n\nb\"")).isEqualTo("a b");
  }

  @Test
  void aBackslashBeforeALineBreakIsASpace() {
    assertThat(description("a\\\nb")).isEqualTo("a b");
    assertThat(description("\"a \\\n b\"")).isEqualTo("a b");
  }

  @Test
  void blanksInQuotesAreKept() {
    assertThat(description("\" a  b\t\"")).isEqualTo(" a  b\t");
  }

  @Test
  void aBackslashBeforeABlankOrABackslashGoesAway() {
    assertThat(description("a\\ b")).isEqualTo("a b");
    assertThat(description("a\\\\b")).isEqualTo("a\\b");
  }

  @Test
  void aBackslashBeforeAnOrdinaryCharacterStays() {
    assertThat(description("a\\b")).isEqualTo("a\\b");
    assertThat(description("a\\\"b")).isEqualTo("a\\\"b");
    assertThat(description("\"a\\\"b\"")).isEqualTo("a\\\"b");
  }

  @Test
  void aBackslashAfterBlanksIsDoubledAndTheFirstBlankIsLost() {
    assertThat(description("\"a \\\"b\"")).isEqualTo("a\\\\\"b");
    assertThat(description("\"a  \\xb\"")).isEqualTo("a\\ \\xb");
  }

  @Test
  void anEmptyWordIsMissing() {
    assertThat(fault("description \"\"\n")).isEqualTo(Fault.EXPECTED_TOKEN);
    assertThat(fault("description ''\n")).isEqualTo(Fault.EXPECTED_TOKEN);
    assertThat(fault("env \"\"\n")).isEqualTo(Fault.EXPECTED_TOKEN);
    assertThat(fault("emits a \"\"\n")).isEqualTo(Fault.EXPECTED_TOKEN);
  }

  @Test
  void anEmptyWordBeforeAContinuedLineIsAnEmptyText() {
    assertThat(description("\"\"\\\n")).isEmpty();
  }

  @Test
  void blanksInQuotesAreAWord() {
    assertThat(description("\" \"")).isEqualTo(" ");
  }

  @Test
  void aNulEndsAValueAndIsABlankBetweenWords() {
    assertThat(description("\"a\0b\"")).isEqualTo("a");
    assertThat(job("env\0A=1\0\n").env()).containsExactly("A=1");
    assertThat(fault("description a\0b\n")).isEqualTo(Fault.UNEXPECTED_TOKEN);
  }

  @Test
  void aCarriageReturnIsABlank() {
    assertThat(job("task\r\ndescription\ra\r\n").description()).contains("a");
    assertThat(description("\"a\r\"")).isEqualTo("a\r");
  }

  @Test
  void aBackslashBeforeCrLfDoesNotContinueTheLine() {
    JobDefinition job = job("description a\\\r\ntask\r\n");

    assertThat(job.description()).contains("a\r");
    assertThat(job.task()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\f", "\u000b", "\u00a0", "\u0001"})
  void otherBlanksAreOrdinaryCharacters(String blank) {
    assertThat(description("a" + blank + "b")).isEqualTo("a" + blank + "b");
    assertThat(fault(blank + "task\n")).isEqualTo(Fault.UNKNOWN_STANZA);
  }

  @Test
  void textIsUtf8AndAnyOtherByteIsALoneSurrogate() {
    assertThat(description("d\u00e9j\u00e0-\ud83d\ude00")).isEqualTo("d\u00e9j\u00e0-\ud83d\ude00");
    JobFile latin1 = JobFile.parse(Invariants.latin1("description \u00e9\u00ff\n"));
    assertThat(JobDefinition.of("job", latin1).description()).contains("\udce9\udcff");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "description",
        "author",
        "version",
        "usage",
        "instance",
        "chroot",
        "chdir",
        "setuid",
        "setgid",
        "env"
      })
  void stanzasOfOneTextTakeExactlyOneWord(String name) {
    assertThat(fault(name + "\n")).isEqualTo(Fault.EXPECTED_TOKEN);
    assertThat(fault(name + " a b\n")).isEqualTo(Fault.UNEXPECTED_TOKEN);
    assertThat(JobFile.parse(name + " \"a b\" # c\n").problems()).isEmpty();
  }

  @Test
  void everyTextIsWhereItBelongs() {
    JobDefinition job =
        job(
            """
            description d
            author a
            version v
            usage u
            instance $I
            chroot /r
            chdir /d
            setuid su
            setgid sg
            """);

    assertThat(job.description()).contains("d");
    assertThat(job.author()).contains("a");
    assertThat(job.version()).contains("v");
    assertThat(job.usage()).contains("u");
    assertThat(job.instance()).contains("$I");
    assertThat(job.chroot()).contains("/r");
    assertThat(job.chdir()).contains("/d");
    assertThat(job.setuid()).contains("su");
    assertThat(job.setgid()).contains("sg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"task\"", "Task", "ta\\sk", "'task'", "task:", "\\", "tas\\\nk"})
  void aStanzasNameIsWrittenBareAndSmallAndOnOneLine(String name) {
    assertThat(fault(name + "\n")).isEqualTo(Fault.UNKNOWN_STANZA);
  }

  @Test
  void aCommentMayTouchAName() {
    assertThat(job("respawn#x\n").respawn()).isTrue();
  }

  @Test
  void aContinuedLineMayStandBetweenANameAndItsWord() {
    assertThat(job("description\\\n a\n").description()).contains("a");
    assertThat(job("description \\\n\\\n a\n").description()).contains("a");
  }
}
