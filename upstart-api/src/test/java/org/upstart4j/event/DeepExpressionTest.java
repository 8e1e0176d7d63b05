package org.upstart4j.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing recurses: a tree may be far deeper than the stack. */
class DeepExpressionTest {

  private static final int DEPTH = 100_000;

  static Stream<BinaryOperator<EventExpression>> growths() {
    return Stream.of((tree, leaf) -> tree.and(leaf), (tree, leaf) -> leaf.or(tree));
  }

  private static EventExpression tree(BinaryOperator<EventExpression> growth) {
    EventExpression tree = EventMatch.of("root");
    for (int i = 0; i < DEPTH; i++) {
      tree = growth.apply(tree, EventMatch.of("e" + i, "N=" + i));
    }
    return tree;
  }

  @ParameterizedTest
  @MethodSource("growths")
  void aDeepTreeIsPrintedComparedAndWalked(BinaryOperator<EventExpression> growth) {
    EventExpression one = tree(growth);
    EventExpression other = tree(growth);

    assertThat(one.equals(other)).isTrue();
    assertThat(one.hashCode()).isEqualTo(other.hashCode());
    assertThat(one.equals(one.and(EventMatch.of("more")))).isFalse();
    assertThat(one.matches().count()).isEqualTo(DEPTH + 1L);
    assertThat(one.toString()).hasSameSizeAs(one.plainText());
    assertThat(one.toString().chars().filter(c -> c == '(').count()).isEqualTo(DEPTH);
  }

  @ParameterizedTest
  @MethodSource("growths")
  void aDeepTreeGoesToPostfixAndBack(BinaryOperator<EventExpression> growth) {
    EventExpression tree = tree(growth);

    List<List<String>> postfix = tree.postfix();

    assertThat(postfix).hasSize(2 * DEPTH + 1);
    assertThat(EventExpression.ofPostfix(postfix).equals(tree)).isTrue();
  }
}
