package org.upstart4j.embedded.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.event.EventMatch;
import org.upstart4j.jobfile.internal.match.Operand;
import org.upstart4j.jobfile.version.UpstartVersion;

class OperandTest {

  private final EventQueue queue = new EventQueue(event -> true, event -> {});

  private LiveEvent event(String name, String... variables) {
    return queue.emit(new Event(name, Environment.parse(List.of(variables))));
  }

  private static Operand operand(String event, String... arguments) {
    return new Operand(EventMatch.of(event, arguments), UpstartVersion.NEWEST);
  }

  private boolean matches(Operand operand, String... variables) {
    return operand.matches(event(operand.event(), variables), List.of());
  }

  @Test
  void anEventIsMeantByItsNameWhichIsNoPattern() {
    assertThat(matches(operand("started"))).isTrue();
    assertThat(matches(operand("started"), "A=1", "B=2")).isTrue();
    assertThat(operand("started").matches(event("starting"), List.of())).isFalse();
    assertThat(operand("start*").matches(event("started"), List.of())).isFalse();
    assertThat(operand("").matches(event("a"), List.of())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // by position
    "web, '', true",
    "db, '', false",
    "w*, '', true",
    "web, a, true",
    "web, b, false",
    "*, [a-c], true",
    // by name
    "JOB=web, '', true",
    "JOB=db, '', false",
    "INSTANCE=a, '', true",
    "INSTANCE=?, JOB=web, true",
    "NONE=web, '', false",
    "NONE=, '', false",
    // negated
    "JOB!=web, '', false",
    "JOB!=db, '', true",
    "JOB!=w*, '', false",
    "NONE!=web, '', false",
    // a position goes on after the name
    "JOB=web, a, true",
    "INSTANCE=a, ok, true",
    "INSTANCE=a, web, false",
    "INSTANCE=a, RESULT=ok, true",
    "RESULT=ok, more, false"
  })
  void argumentsAreMatchedByPositionUntilOneIsNamed(String first, String second, boolean match) {
    Operand operand =
        second.isEmpty() ? operand("stopped", first) : operand("stopped", first, second);

    assertThat(matches(operand, "JOB=web", "INSTANCE=a", "RESULT=ok")).isEqualTo(match);
  }

  @Test
  void morePositionsThanVariablesMatchNothing() {
    assertThat(matches(operand("a", "1", "2"), "A=1")).isFalse();
    assertThat(matches(operand("a", "*"))).isFalse();
    assertThat(matches(operand("a", "1"), "A=1", "B=2")).isTrue();
  }

  @Test
  void aValueIsAllThatFollowsTheFirstEqualsSign() {
    assertThat(matches(operand("a", "A=x=y"), "A=x=y")).isTrue();
    assertThat(matches(operand("a", "xy"), "A=x=y")).isFalse();
    assertThat(matches(operand("a", "A="), "A=")).isTrue();
    assertThat(matches(operand("a", ""), "A=")).isTrue();
  }

  @Test
  void aNegationIsLookedForBeforeAnEqualsSign() {
    assertThat(matches(operand("a", "A=x!=y"), "A=x!=y")).isFalse();
    assertThat(matches(operand("a", "A=x!=y"), "A=x=z")).isTrue();
    assertThat(matches(operand("a", "!=x"), "=y")).isTrue();
  }

  @Test
  void ofANameThatComesTwiceTheFirstCounts() {
    assertThat(matches(operand("a", "A=1"), "A=1", "A=2")).isTrue();
    assertThat(matches(operand("a", "A=2"), "A=1", "A=2")).isFalse();
  }

  @Test
  void aValueMayReferToVariablesAndTheirValuesMayBePatterns() {
    Operand operand = operand("a", "X=$N", "Y=${M:-y*}");

    assertThat(operand.matches(event("a", "X=1", "Y=yes"), List.of("N=1"))).isTrue();
    assertThat(operand.matches(event("a", "X=1", "Y=yes"), List.of("N=2"))).isFalse();
    assertThat(operand.matches(event("a", "X=1", "Y=yes"), List.of("N=*", "M=yes"))).isTrue();
  }

  @Test
  void aReferenceThatLeadsNowhereMatchesNothing() {
    assertThat(matches(operand("a", "X=$N"), "X=1")).isFalse();
    assertThat(matches(operand("a", "X!=$N"), "X=1")).isFalse();
    assertThat(matches(operand("a", "X=${N"), "X=${N")).isFalse();
  }

  @Test
  void aReferenceIsNotReadIfThereIsNothingToCompareItWith() {
    assertThat(matches(operand("a", "X=1", "Y=$N"), "X=2", "Y=1")).isFalse();
    assertThat(matches(operand("a", "$N"))).isFalse();
  }

  @Test
  void aBackslashTakesAwayTheMeaningOfAPattern() {
    assertThat(matches(operand("a", "X=\\*"), "X=*")).isTrue();
    assertThat(matches(operand("a", "X=\\*"), "X=1")).isFalse();
    assertThat(matches(operand("a", "X!=\\*"), "X=1")).isTrue();
  }
}
