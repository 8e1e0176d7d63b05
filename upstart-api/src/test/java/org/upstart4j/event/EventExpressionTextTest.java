package org.upstart4j.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventExpressionTextTest {

  private static final EventExpression A = EventMatch.of("a");
  private static final EventExpression B = EventMatch.of("b");
  private static final EventExpression C = EventMatch.of("c");

  @Test
  void everyOperatorHasItsParentheses() {
    assertThat(A.and(B).or(C)).hasToString("((a and b) or c)");
    assertThat(A.and(B.or(C))).hasToString("(a and (b or c))");
    assertThat(A.and(B.or(C)).plainText()).isEqualTo("(a and (b or c))");
  }

  @Test
  void aSingleEventHasNoParentheses() {
    EventExpression lo = EventMatch.of("net-device-up", "eth0", "IFACE=lo");

    assertThat(lo).hasToString("net-device-up eth0 IFACE=lo");
    assertThat(lo.plainText()).isEqualTo("net-device-up eth0 IFACE=lo");
  }

  @Test
  void aNamedValueThatHoldsABlankIsQuotedInTheTextOnly() {
    EventExpression blank = EventMatch.of("e", "X=1 2", "Y!=a\tb").and(B);

    assertThat(blank).hasToString("(e X=\"1 2\" Y!=\"a\tb\" and b)");
    assertThat(blank.plainText()).isEqualTo("(e X=1 2 Y!=a\tb and b)");
  }

  @Test
  void aPositionalValueThatHoldsABlankIsNotQuoted() {
    assertThat(EventMatch.of("e", "1 2")).hasToString("e 1 2");
  }

  @Test
  void aBlankInFrontOfTheEqualsSignCallsForNoQuotes() {
    assertThat(EventMatch.of("e", "X Y=1")).hasToString("e X Y=1");
  }

  @Test
  void otherBlanksCallForNoQuotes() {
    assertThat(EventMatch.of("e", "X=1\n2\r")).hasToString("e X=1\n2\r");
  }

  @Test
  void matchesAreListedFromLeftToRight() {
    assertThat(A.or(B.and(C)).and(EventMatch.of("a")).matches())
        .containsExactly(
            EventMatch.of("a"), EventMatch.of("b"), EventMatch.of("c"), EventMatch.of("a"));
  }
}
