package org.upstart4j.jobfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.jobfile.stanza.Fault;

class ProblemMessageTest {

  private static Problem first(String file) {
    return JobFile.parse(file).problems().get(0);
  }

  private static String message(String file) {
    return first(file).message();
  }

  @ParameterizedTest
  @CsvSource({
    "descripton, description", "autor, author", "strat, start", "setuuid, setuid", "exce, exec",
    "Task, task", "limi, limit", "pre-stat, pre-start", "prestart, pre-start", "respwan, respawn"
  })
  void aNameThatIsNearlyAStanzasNameIsCorrected(String written, String meant) {
    assertThat(message(written + " x\n"))
        .isEqualTo("No stanza is called \"" + written + "\"; did you mean \"" + meant + "\"?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"foo", "x", "os", "service", "importe", "b)", "[Unit]"})
  void aNameThatIsLikeNoOtherIsNotCorrected(String written) {
    assertThat(message(written + "\n")).isEqualTo("No stanza is called \"" + written + "\"");
  }

  @Test
  void aByteOrderMarkIsNamedAsTheCause() {
    assertThat(message("\ufeffdescription x\n"))
        .endsWith("; the file begins with a byte order mark, which Upstart takes for a part of it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"import", "tmpfiles"})
  void aStanzaOfChromeOsIsSaidToBeOne(String name) {
    assertThat(message(name + " x\n"))
        .startsWith("\"" + name + "\" is of ChromeOS only, and 1.13.2 does not know it; write ");
  }

  @Test
  void aLongNameIsCutShort() {
    assertThat(message("x".repeat(10_000) + "\n"))
        .isEqualTo("No stanza is called \"" + "x".repeat(40) + "...\"");
  }

  @Test
  void whatCannotBePrintedIsADot() {
    JobFile file = JobFile.parse(Invariants.latin1("task a\u0001\u00ff\\\nb\u00c2\u009b\n"));

    assertThat(file.problems().get(0).message())
        .startsWith("\"a\u00b7\u00b7\\\u00b7b\u00b7\" is one word too many");
    assertThat(file.problems().get(0).render("x")).doesNotContainPattern("[\\p{Cc}&&[^\n]]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exec            | a command",
        "env             | NAME=VALUE, or NAME",
        "emits           | the name of an event",
        "export          | a word",
        "start           | \"on\"",
        "start on        | the name of an event",
        "pre-start       | \"exec\" or \"script\"",
        "pre-start exec  | a command",
        "expect          | none, stop, daemon or fork",
        "console         | none, output, owner or log",
        "kill            | \"timeout\" or \"signal\"",
        "kill timeout    | a number of seconds, 0 or more",
        "reload          | \"signal\"",
        "respawn limit   | a number, or \"unlimited\"",
        "respawn limit 1 | a number of seconds, 0 or more",
        "normal          | \"exit\"",
        "umask           | an octal number from 0 to 777",
        "nice            | a number from -20 to 19",
        "oom             | \"score\", \"never\", or a number from -17 to 15",
        "oom score       | a number from -1000 to 1000, or \"never\"",
        "limit           | a resource such as nofile",
        "limit nofile    | a number, or \"unlimited\"",
        "apparmor        | \"load\" or \"switch\"",
        "apparmor load   | the file of a profile",
        "apparmor switch | the name of a profile",
        "cgroup          | a controller"
      })
  void whatIsMissingIsSaid(String file, String expected) {
    Problem problem = first(file + "\n");

    assertThat(problem.fault()).isEqualTo(Fault.EXPECTED_TOKEN);
    assertThat(problem.message()).isEqualTo("Nothing here; expected " + expected);
    assertThat(problem.span())
        .isEqualTo(new SourceSpan(file.length(), file.length(), 1, file.length() + 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "start off     | \"off\" is not known here; expected \"on\"",
        "pre-start foo | \"foo\" is not known here; expected \"exec\" or \"script\"",
        "expect Fork   | \"Fork\" is not known here; expected none, stop, daemon or fork",
        "console tty   | \"tty\" is not known here; expected none, output, owner or log",
        "kill -9       | \"-9\" is not known here; expected \"timeout\" or \"signal\"",
        "reload x      | \"x\" is not known here; expected \"signal\"",
        "respawn x     | \"x\" is not known here; expected \"limit\", or the end of the line",
        "normal x      | \"x\" is not known here; expected \"exit\"",
        "apparmor x    | \"x\" is not known here; expected \"load\" or \"switch\"",
      })
  void aKeywordThatIsNotKnownIsAnUnknownStanzaToo(String file, String message) {
    Problem problem = first(file + "\n");

    assertThat(problem.fault()).isEqualTo(Fault.UNKNOWN_STANZA);
    assertThat(problem.message()).isEqualTo(message);
    assertThat(problem.span().start()).isEqualTo(file.lastIndexOf(' ') + 1);
    assertThat(problem.span().end()).isEqualTo(file.length());
  }

  @Test
  void aResourceThatIsNotKnownIsAnsweredWithTheListOfThem() {
    assertThat(message("limit files 1 2\n"))
        .isEqualTo(
            "\"files\" is not a resource; expected one of as, core, cpu, data, fsize, memlock,"
                + " msgqueue, nice, nofile, nproc, rss, rtprio, sigpending, stack");
  }

  @Test
  void anEmptyWordCountsAsMissingAndIsMarked() {
    Problem problem = first("description \"\"\n");

    assertThat(problem.fault()).isEqualTo(Fault.EXPECTED_TOKEN);
    assertThat(problem.message()).isEqualTo("An empty word; expected the description");
    assertThat(problem.span()).isEqualTo(new SourceSpan(12, 14, 1, 13));
    assertThat(problem.upstartPosition()).isEqualTo(14);
  }

  @Test
  void aWordAfterScriptIsSaidToBelongOnTheNextLine() {
    assertThat(message("script echo\nend script\n"))
        .isEqualTo("\"echo\" stands behind \"script\"; the script starts on the next line");
  }

  @Test
  void anArgumentOrAnEventThatIsQuotedInAMessageIsShortAndOnOneLineToo() {
    String odd = "\"b\r" + "c".repeat(100) + "\"";
    String shown = "\"b\u00b7" + "c".repeat(38) + "...\"";

    assertThat(message("start on a X=1 " + odd + "\n")).startsWith(shown + " has no name");
    assertThat(message("start on (a) " + odd + "\n")).startsWith(shown + " follows a parenthesis");
  }
}
