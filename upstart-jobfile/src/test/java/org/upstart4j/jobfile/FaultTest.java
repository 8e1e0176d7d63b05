package org.upstart4j.jobfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstart4j.jobfile.stanza.Fault;

/** Each fault once: what is said about it, where, and which line Upstart prints for it. */
class FaultTest {

  /**
   * A file with one problem.
   *
   * @param marked what stands at the problem's place
   * @param upstartLine the line that Upstart prints
   * @param upstartPosition the byte at which its parser stands
   */
  record Case(
      Fault fault,
      String file,
      String marked,
      int upstartLine,
      int upstartPosition,
      String rendering) {

    @Override
    public String toString() {
      return fault.toString();
    }
  }

  static List<Case> cases() {
    return List.of(
        new Case(
            Fault.EXPECTED_TOKEN,
            "task\ndescription\n",
            "",
            2,
            16,
            """
            x.conf:2:12: error: Nothing here; expected the description
                2 | description
                  |            ^"""),
        new Case(
            Fault.UNEXPECTED_TOKEN,
            "task foo\n",
            "foo",
            1,
            5,
            """
            x.conf:1:6: error: "foo" is one word too many; expected the end of the line
                1 | task foo
                  |      ^^^"""),
        new Case(
            Fault.TRAILING_SLASH,
            "exec a\\",
            "\\",
            1,
            7,
            """
            x.conf:1:7: error: A backslash ends the file; expected another character, or nothing
                1 | exec a\\
                  |       ^"""),
        new Case(
            Fault.UNTERMINATED_QUOTE,
            "exec x \"abc\nenv A\n",
            "\"",
            3,
            18,
            """
            x.conf:1:8: error: The quote that opens here is never closed; expected another "
                1 | exec x "abc
                  |        ^"""),
        new Case(
            Fault.UNTERMINATED_BLOCK,
            "task\npre-start script\n  a\n",
            "pre-start",
            4,
            26,
            """
            x.conf:2:1: error: The script is never closed; expected a line "end script" before the\
             end of the file
                2 | pre-start script
                  | ^^^^^^^^^"""),
        new Case(
            Fault.UNKNOWN_STANZA,
            "\nfoo bar\n",
            "foo",
            2,
            1,
            """
            x.conf:2:1: error: No stanza is called "foo"
                2 | foo bar
                  | ^^^"""),
        new Case(
            Fault.ILLEGAL_INTERVAL,
            "kill timeout -1\n",
            "-1",
            1,
            13,
            """
            x.conf:1:14: error: "-1" is not a time; expected a number of seconds, 0 or more
                1 | kill timeout -1
                  |              ^^"""),
        new Case(
            Fault.ILLEGAL_EXIT,
            "normal exit 0 x 1\n",
            "x",
            1,
            14,
            """
            x.conf:1:15: error: "x" is not an exit status; expected an exit status from 0 to\
             2147483647, or a signal's name
                1 | normal exit 0 x 1
                  |               ^"""),
        new Case(
            Fault.ILLEGAL_SIGNAL,
            "kill signal term\n",
            "term",
            1,
            12,
            """
            x.conf:1:13: error: "term" is not a signal; expected a signal's name such as TERM or\
             SIGTERM, or a number from 0 to 2147483647
                1 | kill signal term
                  |             ^^^^"""),
        new Case(
            Fault.ILLEGAL_UMASK,
            "umask 1000\n",
            "1000",
            1,
            6,
            """
            x.conf:1:7: error: "1000" is not a mask; expected an octal number from 0 to 777
                1 | umask 1000
                  |       ^^^^"""),
        new Case(
            Fault.ILLEGAL_NICE,
            "nice 20\n",
            "20",
            1,
            5,
            """
            x.conf:1:6: error: "20" is not a priority; expected a number from -20 to 19
                1 | nice 20
                  |      ^^"""),
        new Case(
            Fault.ILLEGAL_OOM,
            "oom 16\n",
            "16",
            1,
            4,
            """
            x.conf:1:5: error: "16" is not an adjustment; expected a number from -17 to 15,\
             "never" or "score"
                1 | oom 16
                  |     ^^"""),
        new Case(
            Fault.ILLEGAL_OOM_SCORE,
            "oom score 1001\n",
            "1001",
            1,
            10,
            """
            x.conf:1:11: error: "1001" is not a score; expected a number from -1000 to 1000, or\
             "never"
                1 | oom score 1001
                  |           ^^^^"""),
        new Case(
            Fault.ILLEGAL_LIMIT,
            "limit nofile 1 x\n",
            "x",
            1,
            15,
            """
            x.conf:1:16: error: "x" is not a limit; expected a number, or "unlimited"
                1 | limit nofile 1 x
                  |                ^"""),
        new Case(
            Fault.EXPECTED_EVENT,
            "start on a and\n",
            "and",
            1,
            11,
            """
            x.conf:1:12: error: The operator has no right-hand side; expected the name of an event
                1 | start on a and
                  |            ^^^"""),
        new Case(
            Fault.EXPECTED_OPERATOR,
            "stop on a (b)\n",
            "(",
            1,
            10,
            """
            x.conf:1:11: error: "(" follows an event; expected "and" or "or"
                1 | stop on a (b)
                  |           ^"""),
        new Case(
            Fault.EXPECTED_VARIABLE,
            "start on a X=1 b\n",
            "b",
            1,
            16,
            """
            x.conf:1:16: error: "b" has no name, but stands behind an argument that has one;\
             expected NAME=VALUE
                1 | start on a X=1 b
                  |                ^"""),
        new Case(
            Fault.MISMATCHED_PARENS,
            "start on (a\nand b\n",
            "(",
            3,
            18,
            """
            x.conf:1:10: error: This parenthesis is never closed; expected ")"
                1 | start on (a
                  |          ^"""));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aFaultIsReportedWhereItIs(Case expected) {
    JobFile file = JobFile.parse(expected.file());
    Problem problem = file.problems().get(0);
    SourceSpan span = problem.span();

    assertThat(problem.fault()).isEqualTo(expected.fault());
    assertThat(problem.render("x.conf")).isEqualTo(expected.rendering());
    assertThat(expected.file().substring(span.start(), span.end())).isEqualTo(expected.marked());
    assertThat(problem.upstartLine()).isEqualTo(expected.upstartLine());
    assertThat(problem.upstartPosition()).isEqualTo(expected.upstartPosition());
    assertThat(problem.render("x.conf")).startsWith("x.conf:" + span + ": error: ");
    assertThat(problem).hasToString(span + ": " + problem.message());
  }

  /** All but that of a file which cannot be read, as no text has it. */
  private static Set<Fault> inText() {
    return EnumSet.complementOf(EnumSet.of(Fault.UNREADABLE));
  }

  @Test
  void everyFaultHasACase() {
    assertThat(cases()).extracting(Case::fault).containsExactlyElementsOf(inText());
  }

  @Test
  void everyFaultIsNamedAsUpstartNamesIt() {
    assertThat(inText())
        .allSatisfy(
            fault -> {
              assertThat(fault.code()).matches("(NIH_CONFIG|PARSE)_[A-Z_]+");
              assertThat(fault.message()).isNotBlank();
            });
    assertThat(Fault.MISMATCHED_PARENS.code()).isEqualTo("PARSE_MISMATCHED_PARENS");
    assertThat(Fault.MISMATCHED_PARENS.message()).isEqualTo("Mismatched parentheses");
  }

  @Test
  void upstartPrintsNoLineForAnIllegalSignalOnly() {
    assertThat(inText())
        .filteredOn(fault -> !fault.hasLine())
        .containsExactly(Fault.ILLEGAL_SIGNAL);
  }

  @Test
  void bothOomFaultsAreOneToUpstart() {
    assertThat(Fault.ILLEGAL_OOM.code()).isEqualTo(Fault.ILLEGAL_OOM_SCORE.code());
  }
}
