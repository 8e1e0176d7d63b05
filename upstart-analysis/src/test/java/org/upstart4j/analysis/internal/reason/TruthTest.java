package org.upstart4j.analysis.internal.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;

class TruthTest {

  private static List<Boolean> values(String letters) {
    return Arrays.stream(letters.split("")).map("y"::equals).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "a and b, yn, b",
    "a and b, nn, (a and b)",
    "(a and b) or c, ynn, (b or c)",
    "(a or b) and c, ynn, c",
    "a and (b or (c and d)), ynyn, (b or d)",
    "a or b, nn, (a or b)",
  })
  void whatIsMissingOfAConditionIsAConditionAgain(String condition, String come, String rest) {
    EventExpression expression = EventExpression.parse(condition);

    assertThat(Truth.rest(expression, values(come)).plainText()).isEqualTo(rest);
    assertThat(Truth.holds(expression, values(come))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"a and b, yy", "a or b, ny", "(a and b) or c, nny", "a, y"})
  void aConditionHoldsOnceEnoughOfItHasCome(String condition, String come) {
    assertThat(Truth.holds(EventExpression.parse(condition), values(come))).isTrue();
  }

  @Test
  void anEventIsNeededIfNothingCanStandInForIt() {
    EventExpression condition = EventExpression.parse("a and (b or c)");

    assertThat(Truth.isNeeded(condition, List.of(EventMatch.of("a")))).isTrue();
    assertThat(Truth.isNeeded(condition, List.of(EventMatch.of("b")))).isFalse();
    assertThat(Truth.isNeeded(condition, List.of(EventMatch.of("b"), EventMatch.of("c")))).isTrue();
    assertThat(Truth.isNeeded(condition, List.of())).isFalse();
  }
}
