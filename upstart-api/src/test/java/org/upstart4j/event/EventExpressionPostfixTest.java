package org.upstart4j.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventExpressionPostfixTest {

  private static final List<String> AND = List.of("/AND");
  private static final List<String> OR = List.of("/OR");
  private static final List<String> A = List.of("a");
  private static final List<String> B = List.of("b", "x", "Y=1");
  private static final List<String> C = List.of("c");

  @Test
  void operandsStandBeforeTheirOperator() {
    EventExpression expression =
        EventMatch.of("a").and(EventMatch.of("b", "x", "Y=1").or(EventMatch.of("c")));

    assertThat(expression.postfix()).containsExactly(A, B, C, OR, AND);
    assertThat(EventExpression.ofPostfix(expression.postfix())).isEqualTo(expression);
  }

  @Test
  void whatStandsFirstIsTheLeftHandSide() {
    EventExpression expression = EventExpression.ofPostfix(List.of(A, B, OR, C, AND));

    assertThat(expression).hasToString("((a or b x Y=1) and c)");
    assertThat(expression.postfix()).containsExactly(A, B, OR, C, AND);
  }

  @Test
  void aSingleEventIsOneList() {
    assertThat(EventExpression.ofPostfix(List.of(B))).isEqualTo(EventMatch.of("b", "x", "Y=1"));
    assertThat(EventMatch.of("b", "x", "Y=1").postfix()).containsExactly(B);
  }

  static Stream<List<List<String>>> malformed() {
    return Stream.of(
        List.of(),
        List.of(A, B),
        List.of(AND),
        List.of(A, OR),
        List.of(OR, A, B),
        List.of(A, B, AND, OR),
        List.of(A, B, C, AND),
        List.of(A, List.of(), AND));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void listsThatAreNoConditionAreRefused(List<List<String>> postfix) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EventExpression.ofPostfix(postfix))
        .withMessage(
            "Not a condition in postfix order, with two operands before each operator: " + postfix);
  }
}
