package org.upstart4j.jobfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.jobfile.Jobs.fault;
import static org.upstart4j.jobfile.Jobs.job;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;
import org.upstart4j.jobfile.stanza.Fault;

class ConditionsTest {

  private static EventExpression startOn(String condition) {
    return job("start on " + condition + "\n").startOn().orElseThrow();
  }

  private static Fault startOnFault(String condition) {
    return fault("start on " + condition + "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "a and b or c, ((a and b) or c)",
    "a or b and c, ((a or b) and c)",
    "a or (b and c), (a or (b and c))",
    "((a)), a",
    "(a)and(b), (a and b)",
    "a b c=d or e, (a b c=d or e)",
    "( a ), a",
    "andy or orly, (andy or orly)",
  })
  void operatorsHaveTheSameRankAndAreReadFromLeftToRight(String written, String meant) {
    assertThat(startOn(written)).hasToString(meant);
  }

  @Test
  void aQuotedOperatorIsAnEvent() {
    assertThat(startOn("\"and\"")).isEqualTo(EventMatch.of("and"));
    assertThat(startOn("a 'or' b")).isEqualTo(EventMatch.of("a", "or", "b"));
  }

  @Test
  void quotesAndEscapesAreTakenOffArguments() {
    assertThat(startOn("e \"a b\" C=\"d e\" F=\\ g"))
        .isEqualTo(EventMatch.of("e", "a b", "C=d e", "F= g"));
    assertThat(startOn("\\(")).isEqualTo(EventMatch.of("\\("));
  }

  @Test
  void anEmptyValueIsFineWhereItHasAName() {
    assertThat(startOn("a B=\"\"")).isEqualTo(EventMatch.of("a", "B="));
    assertThat(startOnFault("a \"\"")).isEqualTo(Fault.EXPECTED_TOKEN);
    assertThat(startOnFault("\"\"")).isEqualTo(Fault.EXPECTED_TOKEN);
  }

  @Test
  void anEqualsSignAnywhereMakesAnArgumentNamed() {
    assertThat(startOn("a b C!=d =e")).isEqualTo(EventMatch.of("a", "b", "C!=d", "=e"));
    assertThat(startOnFault("a B=c d")).isEqualTo(Fault.EXPECTED_VARIABLE);
    assertThat(startOnFault("a B!=c d")).isEqualTo(Fault.EXPECTED_VARIABLE);
    assertThat(startOnFault("a = d")).isEqualTo(Fault.EXPECTED_VARIABLE);
  }

  @Test
  void anEventsNameMayHoldAnEqualsSign() {
    assertThat(startOn("A=b c")).isEqualTo(EventMatch.of("A=b", "c"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a(b)", "(a)(b)", "(a) b", "a (b)"})
  void anOperatorIsExpectedBetweenAnEventAndAParenthesis(String condition) {
    assertThat(startOnFault(condition)).isEqualTo(Fault.EXPECTED_OPERATOR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"()", "and", "or b", "a and", "a and and b", "(a or)", "(", ")", "(and a)"})
  void anEventIsExpectedOnBothSidesOfAnOperator(String condition) {
    assertThat(startOnFault(condition)).isEqualTo(Fault.EXPECTED_EVENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a", "a)", "((a)", "(a))", "(a and (b)"})
  void parenthesesComeInPairs(String condition) {
    assertThat(startOnFault(condition)).isEqualTo(Fault.MISMATCHED_PARENS);
  }

  @Test
  void withinParenthesesAConditionGoesOnOverTheEndOfTheLine() {
    assertThat(startOn("(a # comment\n  and b\n  or c)")).hasToString("((a and b) or c)");
    assertThat(startOn("(a\nX=1)")).isEqualTo(EventMatch.of("a", "X=1"));
    assertThat(startOnFault("(a\n\nand b)")).isEqualTo(Fault.EXPECTED_TOKEN);
    assertThat(startOnFault("(a\n# c\nand b)")).isEqualTo(Fault.EXPECTED_TOKEN);
  }

  @Test
  void withoutParenthesesItEndsWithTheLineUnlessABackslashContinuesIt() {
    assertThat(startOn("a\\\n and b")).hasToString("(a and b)");
    assertThat(startOn("a\ntask")).hasToString("a");
    assertThat(startOnFault("a and\nb")).isEqualTo(Fault.EXPECTED_EVENT);
  }

  @Test
  void stopOnIsReadLikeStartOn() {
    assertThat(job("stop on (a or b)\n").stopOn().orElseThrow()).hasToString("(a or b)");
    assertThat(job("stop on a\n").startOn()).isEmpty();
  }

  @Test
  void onIsAWordOfItsOwn() {
    assertThat(job("start on\\\n a\n").startOn().orElseThrow()).hasToString("a");
    assertThat(fault("start ona\n")).isEqualTo(Fault.UNKNOWN_STANZA);
    assertThat(fault("start \"on\" a\n")).isEqualTo(Fault.UNKNOWN_STANZA);
    assertThat(fault("start on\n")).isEqualTo(Fault.EXPECTED_TOKEN);
    assertThat(fault("start\n")).isEqualTo(Fault.EXPECTED_TOKEN);
  }

  @Test
  void aNulIsABlankBetweenEvents() {
    assertThat(startOn("a\0and\0b")).hasToString("(a and b)");
  }
}
