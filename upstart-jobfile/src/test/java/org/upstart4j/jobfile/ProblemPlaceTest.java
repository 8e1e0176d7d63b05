package org.upstart4j.jobfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstart4j.jobfile.stanza.Fault;
import org.upstart4j.jobfile.version.UpstartVersion;

class ProblemPlaceTest {

  private static Problem only(String file) {
    List<Problem> problems = JobFile.parse(file).problems();
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  @Test
  void everyProblemOfAFileIsReportedFromTheTop() {
    JobFile file = JobFile.parse("foo\ntask x\nexec /bin/true\n# c\nnice 99\n\nkill signal nope\n");

    assertThat(file.problems())
        .extracting(Problem::toString)
        .satisfiesExactly(
            one -> assertThat(one).startsWith("1:1: No stanza"),
            two -> assertThat(two).startsWith("2:6: \"x\" is one word too many"),
            three -> assertThat(three).startsWith("5:6: \"99\" is not a priority"),
            four -> assertThat(four).startsWith("7:13: \"nope\" is not a signal"));
  }

  @Test
  void theStanzasAfterAnOpenQuoteAreReadAllTheSame() {
    JobFile file = JobFile.parse("exec echo \"oops\ntask\nnice 99\n");

    assertThat(file.problems())
        .extracting(Problem::fault)
        .containsExactly(Fault.UNTERMINATED_QUOTE, Fault.ILLEGAL_NICE);
    assertThat(file.stanzas()).hasSize(3);
  }

  @Test
  void aFileWithoutAProblemHasNone() {
    assertThat(JobFile.parse("# c\n\ntask\n").problems()).isEmpty();
    assertThat(JobFile.parse("").problems()).isEmpty();
  }

  @Test
  void aQuoteThatIsNeverClosedIsReportedWhereItOpens() {
    Problem problem = only("env A=1\nexec 'a' \"b\\\"c\n\n\n");

    assertThat(problem.fault()).isEqualTo(Fault.UNTERMINATED_QUOTE);
    assertThat(problem.span()).isEqualTo(new SourceSpan(17, 18, 2, 10));
    assertThat(problem.upstartLine()).isEqualTo(5);
    assertThat(problem.upstartPosition()).isEqualTo(25);
  }

  @Test
  void aSingleQuoteThatIsNeverClosedAsksForASingleQuote() {
    assertThat(only("exec it's\n").message())
        .isEqualTo("The quote that opens here is never closed; expected another '");
  }

  @Test
  void aBackslashAtTheEndOfAnOpenQuoteIsATrailingSlashButTheQuoteIsShown() {
    Problem problem = only("exec \"a\\");

    assertThat(problem.fault()).isEqualTo(Fault.TRAILING_SLASH);
    assertThat(problem.span()).isEqualTo(new SourceSpan(5, 6, 1, 6));
    assertThat(problem.message()).startsWith("The quote that opens here is never closed");
  }

  @Test
  void twoBackslashesAtTheEndAreFine() {
    assertThat(JobFile.parse("exec a\\\\").problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "script, 1",
    "script\\n, 2",
    "script\\n a, 2",
    "script\\n a\\n, 3",
    "script\\n\\n, 3"
  })
  void aScriptThatIsNeverClosedIsReportedAtItsStart(String escaped, int upstartLine) {
    Problem problem = only(escaped.translateEscapes());

    assertThat(problem.fault()).isEqualTo(Fault.UNTERMINATED_BLOCK);
    assertThat(problem.span()).isEqualTo(new SourceSpan(0, 6, 1, 1));
    assertThat(problem.upstartLine()).isEqualTo(upstartLine);
  }

  @Test
  void aParenthesisThatIsNeverClosedIsReportedWhereTheFirstOneOpens() {
    Problem problem = only("start on ((a) or b\n");

    assertThat(problem.span()).isEqualTo(new SourceSpan(9, 10, 1, 10));
    assertThat(problem.upstartLine()).isEqualTo(2);
  }

  @Test
  void aParenthesisThatClosesNothingIsReportedItself() {
    Problem problem = only("start on a)\n");

    assertThat(problem.fault()).isEqualTo(Fault.MISMATCHED_PARENS);
    assertThat(problem.span()).isEqualTo(new SourceSpan(10, 11, 1, 11));
    assertThat(problem.message()).isEqualTo("\")\" closes nothing; expected \"(\" before it");
  }

  @Test
  void aStanzaThatAnOpenParenthesisSwallowsIsTheOneReported() {
    Problem problem = only("start on ((a)\nexec x\n");

    assertThat(problem.fault()).isEqualTo(Fault.EXPECTED_OPERATOR);
    assertThat(problem.message())
        .isEqualTo("\"exec\" follows a parenthesis; expected \"and\" or \"or\"");
    assertThat(problem.span()).isEqualTo(new SourceSpan(14, 18, 2, 1));
  }

  @Test
  void anEmptyLineWithinParenthesesIsReportedAsAMissingWord() {
    Problem blank = JobFile.parse("start on (a\n\nand b)\n").problems().get(0);
    Problem comment = JobFile.parse("start on (a\n  # c\nand b)\n").problems().get(0);

    assertThat(blank.fault()).isEqualTo(Fault.EXPECTED_TOKEN);
    assertThat(blank.span()).isEqualTo(new SourceSpan(12, 12, 2, 1));
    assertThat(comment.fault()).isEqualTo(Fault.EXPECTED_TOKEN);
    assertThat(comment.span()).isEqualTo(new SourceSpan(14, 14, 2, 3));
  }

  @Test
  void anUnknownStanzaOverTwoLinesIsShownOnItsFirstAndCountedOnItsLast() {
    Problem problem = only("tas\\\nk\n");

    assertThat(problem.span()).isEqualTo(new SourceSpan(0, 6, 1, 1));
    assertThat(problem.upstartLine()).isEqualTo(2);
    assertThat(problem.upstartPosition()).isZero();
  }

  @Test
  void aColumnCountsCharactersAndASpanCountsBytes() {
    Problem problem = only("description \"d\u00e9j\u00e0 \ud83d\ude00\" foo\n");

    assertThat(problem.span()).isEqualTo(new SourceSpan(26, 29, 1, 22));
  }

  @Test
  void aByteThatIsNoUtf8IsOneColumn() {
    Problem problem = JobFile.parse(Invariants.latin1("env \u00e9\u00ff x\n")).problems().get(0);

    assertThat(problem.span()).isEqualTo(new SourceSpan(7, 8, 1, 8));
  }

  @Test
  void aTabIsOneColumn() {
    assertThat(only("\t\ttask\tfoo\n").span()).isEqualTo(new SourceSpan(7, 10, 1, 8));
  }

  @Test
  void aStanzaOfChromeOsIsAProblemForUpstartOnly() {
    JobFile file = JobFile.parse("import A\ntmpfiles /x\nfoo\n");

    assertThat(file.problems()).extracting(p -> p.span().line()).containsExactly(1, 2, 3);
    assertThat(file.problems(UpstartVersion.CHROMEOS_1_13))
        .extracting(p -> p.span().line())
        .containsExactly(3);
  }

  @Test
  void whatAnOpenParenthesisSwallowsIsLookedAtAgain() {
    JobFile file =
        JobFile.parse(
            """
            start on (a and b
            exec /bin/x
            respwan
            kill timeout x
            stop on (y or
            nice 99
            """);
    assertThat(file.problems()).extracting(problem -> problem.span().line()).contains(3, 4, 6);
    assertThat(file.problems().get(0).upstartLine()).isEqualTo(5);
  }

  @Test
  void anEventNamedLikeAStanzaIsNoReasonToLookAgain() {
    assertThat(JobFile.parse("start on (a or\n  exec or\n  stop x)\nfoo\n").problems()).hasSize(1);
  }

  @Test
  void aParenthesisOpenOnEveryLineIsFoundInTimeThatGrowsWithTheFile() {
    assertThat(JobFile.parse("start on (\n".repeat(200_000)).problems()).hasSizeGreaterThan(1);
  }
}
