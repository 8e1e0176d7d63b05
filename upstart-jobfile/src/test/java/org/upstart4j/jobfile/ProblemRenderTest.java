package org.upstart4j.jobfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemRenderTest {

  private static String[] rendered(String file) {
    return rendered(JobFile.parse(file));
  }

  private static String[] rendered(JobFile file) {
    return file.problems().get(0).render("web.conf").split("\n", -1);
  }

  @Test
  void placeMessageLineAndCaretAreThreeLines() {
    assertThat(rendered("task\nenv A=1 B=2\n"))
        .containsExactly(
            "web.conf:2:9: error: \"B=2\" is one word too many; expected the end of the line",
            "    2 | env A=1 B=2",
            "      |         ^^^");
  }

  @Test
  void tabsStayTabsUnderTheLineSoThatTheCaretIsBelowItsText() {
    assertThat(rendered("\t\ttask\tfoo\tbar\n"))
        .endsWith("    1 | \t\ttask\tfoo\tbar", "      | \t\t    \t^^^");
  }

  @Test
  void aCharacterIsOneBlankOrOneCaretHoweverManyBytesItHas() {
    assertThat(rendered("description \"\u00e9\ud83d\ude00\" f\u00e9\ud83d\ude00\n"))
        .endsWith(
            "    1 | description \"\u00e9\ud83d\ude00\" f\u00e9\ud83d\ude00",
            "      |                  ^^^");
  }

  @Test
  void aByteThatIsNoUtf8AndAControlCharacterAreDots() {
    assertThat(rendered(JobFile.parse(Invariants.latin1("env \u00ff\u0001 x\u0002\n"))))
        .endsWith("    1 | env \u00b7\u00b7 x\u00b7", "      |        ^^");
  }

  @Test
  void aCarriageReturnBeforeTheLineBreakIsNotShown() {
    assertThat(rendered("task foo\r\nexec x\r\n")).endsWith("    1 | task foo", "      |      ^^^");
    assertThat(rendered("exec x\r\ntask foo\r\n")).endsWith("    2 | task foo", "      |      ^^^");
  }

  @Test
  void aCarriageReturnWithinALineIsADot() {
    assertThat(rendered("task\rfoo\n")).endsWith("    1 | task\u00b7foo", "      |      ^^^");
  }

  @Test
  void somethingMissingAtTheEndOfTheFileHasItsCaretAfterTheLastCharacter() {
    assertThat(rendered("\n\ndescription")).endsWith("    3 | description", "      |            ^");
    assertThat(rendered("exec"))
        .containsExactly(
            "web.conf:1:5: error: Nothing here; expected a command",
            "    1 | exec",
            "      |     ^");
  }

  @Test
  void aLongLineIsCutOnBothSidesOfTheProblem() {
    String[] lines = rendered("env A=" + "a".repeat(500) + " bad " + "c".repeat(500) + "\n");

    assertThat(lines[0]).startsWith("web.conf:1:508: ");
    assertThat(lines[1])
        .isEqualTo("    1 | ..." + "a".repeat(49) + " bad " + "c".repeat(46) + "...");
    assertThat(lines[2]).isEqualTo("      | " + " ".repeat(53) + "^^^");
  }

  @Test
  void aProblemThatIsLongerThanWhatIsShownIsMarkedToTheEnd() {
    String[] lines = rendered("task " + "x".repeat(500) + "\n");

    assertThat(lines[1]).isEqualTo("    1 | task " + "x".repeat(95) + "...");
    assertThat(lines[2]).isEqualTo("      |      " + "^".repeat(95));
  }

  @Test
  void aLineThatJustFitsIsNotCut() {
    String[] lines = rendered("task " + "x".repeat(95) + "\n");

    assertThat(lines[1]).isEqualTo("    1 | task " + "x".repeat(95));
  }

  @Test
  void aProblemOverSeveralLinesIsShownOnTheFirst() {
    assertThat(rendered("task \"a\nb\"\n")).endsWith("    1 | task \"a", "      |      ^^");
  }

  @Test
  void aLargeLineNumberStillFitsTheMargin() {
    assertThat(rendered("\n".repeat(99_998) + "foo\n")).endsWith("99999 | foo", "      | ^^^");
  }
}
