package org.upstart4j.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventExpressionEqualityTest {

  private static final EventExpression A = EventMatch.of("a");
  private static final EventExpression B = EventMatch.of("b");
  private static final EventExpression C = EventMatch.of("c");

  @Test
  void treesOfTheSameShapeAreEqual() {
    EventExpression one = EventMatch.of("a").and(EventMatch.of("b")).or(EventMatch.of("c"));
    EventExpression other = EventMatch.of("a").and(EventMatch.of("b")).or(EventMatch.of("c"));

    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
  }

  @Test
  void theOperatorCounts() {
    assertThat(A.and(B)).isNotEqualTo(A.or(B));
    assertThat(A.or(B)).isNotEqualTo(A.and(B));
    assertThat(A.and(B).or(C)).isNotEqualTo(A.or(B).or(C));
  }

  @Test
  void theOrderCounts() {
    assertThat(A.and(B)).isNotEqualTo(B.and(A));
  }

  @Test
  void theGroupingCountsThoughTheOperandsAreTheSame() {
    assertThat(A.and(B).and(C)).isNotEqualTo(A.and(B.and(C)));
    assertThat(A.or(B).or(C)).isNotEqualTo(A.or(B.or(C)));
  }

  @Test
  void anEventIsNotAnOperatorOnIt() {
    assertThat(A).isNotEqualTo(A.and(A));
    assertThat(A.and(A)).isNotEqualTo(A);
    assertThat(A.and(A)).isNotEqualTo("(a and a)");
  }

  @Test
  void anEventIsNotTheOperatorOfItsName() {
    EventExpression operator = A.and(B);
    EventExpression events = EventMatch.of("/AND").and(B);

    assertThat(operator).isNotEqualTo(events);
  }
}
