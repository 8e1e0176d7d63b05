package org.upstart4j.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventExpressionParseTest {

  private static final EventMatch A = EventMatch.of("a");
  private static final EventMatch B = EventMatch.of("b");
  private static final EventMatch C = EventMatch.of("c");

  private static EventExpression parse(String text) {
    return EventExpression.parse(text);
  }

  @Test
  void anEventIsReadWithItsArguments() {
    assertThat(parse("runlevel [2345]")).isEqualTo(EventMatch.of("runlevel", "[2345]"));
    assertThat(parse(" net-device-up eth0 \t IFACE!=lo\n"))
        .isEqualTo(EventMatch.of("net-device-up", "eth0", "IFACE!=lo"));
  }

  @Test
  void bothOperatorsHaveTheSameRankAndAreReadFromTheLeft() {
    assertThat(parse("a and b or c")).isEqualTo(A.and(B).or(C));
    assertThat(parse("a or b and c")).isEqualTo(A.or(B).and(C));
  }

  @Test
  void parenthesesGoBeforeThem() {
    assertThat(parse("a or (b and c)")).isEqualTo(A.or(B.and(C)));
    assertThat(parse("((a)and(b))or(c)")).isEqualTo(A.and(B).or(C));
    assertThat(parse("(a # why\n  and b) or c # not why")).isEqualTo(A.and(B).or(C));
  }

  @Test
  void quotesAndBackslashesAreReadAsInAJobFile() {
    assertThat(parse("\"a b\" X='c \"d\"'")).isEqualTo(EventMatch.of("a b", "X=c \"d\""));
    assertThat(parse("\"and\" or 'or' '(' \"#\""))
        .isEqualTo(EventMatch.of("and").or(EventMatch.of("or", "(", "#")));
    assertThat(parse("a\\ b c\\\\d e\\f")).isEqualTo(EventMatch.of("a b", "c\\d", "e\\f"));
    assertThat(parse("android order")).isEqualTo(EventMatch.of("android", "order"));
  }

  @Test
  void aConditionIsReadAsItIsPrinted() {
    EventExpression condition = A.and(B.or(EventMatch.of("c", "X=1 2"))).or(C);

    assertThat(parse(condition.toString())).isEqualTo(condition);
  }

  @ParameterizedTest
  @CsvSource({
    "'',no event,1",
    "a and,no event,6",
    "or a,no event,1",
    "a or and b,no event,6",
    "(),no event,2",
    "(a,never closed,3",
    "a),without a,2",
    "(a) b,no \"and\" or \"or\",5",
    "a (b),no \"and\" or \"or\",3",
    "a X=1 b,a value without a name,7",
    "a \"\",an empty word,3",
    "a \"b,a quote that is never closed,3",
    "a\\,a backslash,2"
  })
  void whatIsNotAConditionIsRefusedAndThePlaceNamed(String text, String what, int character) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse(text))
        .withMessageContaining(what)
        .withMessageEndingWith("at character " + character);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100_000})
  void aConditionMayBeOfAnyDepth(int depth) {
    String text = "(a or ".repeat(depth) + "b" + ")".repeat(depth);

    assertThat(parse(text).matches().count()).isEqualTo(depth + 1L);
  }

  @Test
  void conditionsAreJoinedFromLeftToRight() {
    assertThat(EventExpression.all(A, B, C)).isEqualTo(A.and(B).and(C));
    assertThat(EventExpression.any(A, B, C)).isEqualTo(A.or(B).or(C));
    assertThat(EventExpression.all(A)).isEqualTo(A);
    assertThat(EventExpression.any(List.of(A, B))).isEqualTo(EventExpression.any(A, B));
  }
}
