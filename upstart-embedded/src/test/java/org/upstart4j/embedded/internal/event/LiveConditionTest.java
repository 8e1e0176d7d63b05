package org.upstart4j.embedded.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.embedded.internal.variable.Imports;
import org.upstart4j.embedded.internal.variable.Variables;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobFile;

class LiveConditionTest {

  private static final Imports ALL = new Imports(true, Set.of());

  private final List<String> finished = new ArrayList<>();
  private final EventQueue queue =
      new EventQueue(event -> true, event -> finished.add(event.name()));

  private static EventExpression expression(String condition) {
    return JobDefinition.of("job", JobFile.parse("start on " + condition + "\n"))
        .startOn()
        .orElseThrow();
  }

  private static LiveCondition state(String condition) {
    return new LiveCondition(new Condition(expression(condition)));
  }

  private LiveEvent event(String name, String... variables) {
    return queue.emit(new Event(name, Environment.parse(List.of(variables))));
  }

  private static List<String> names(List<LiveEvent> events) {
    return events.stream().map(LiveEvent::name).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "a, a, true",
    "a, b, false",
    "a or b, b, true",
    "a and b, b, false",
    "a and b, b a, true",
    "a and b, a a, false",
    "a and a, a, true",
    "a or b and c, a, false",
    "a or b and c, a c, true",
    "a or (b and c), a, true",
    "a or (b and c), c, false",
    "(a or b) and (c or d), a b, false",
    "(a or b) and (c or d), b d, true",
    "(a and b) or (c and d), a d, false",
    "(a and b) or (c and d), a d c, true"
  })
  void aConditionHoldsByItsOperators(String condition, String events, boolean holds) {
    LiveCondition state = state(condition);

    for (String name : events.split(" ")) {
      state.handle(event(name), List.of());
    }

    assertThat(state.holds()).isEqualTo(holds);
  }

  @Test
  void anEventThatIsMetIsBlockedUntilTheReset() {
    LiveCondition state = state("a and b");
    LiveEvent a = event("a");

    assertThat(state.handle(a, List.of())).isTrue();
    queue.poll(event -> {});
    assertThat(a.isBlocked()).isTrue();
    assertThat(finished).isEmpty();

    state.reset();
    queue.poll(event -> {});
    assertThat(a.isBlocked()).isFalse();
    assertThat(finished).containsExactly("a");
    assertThat(state.met()).isEmpty();
    assertThat(state.holds()).isFalse();
  }

  @Test
  void anOperandKeepsTheFirstEventThatItMeets() {
    LiveCondition state = state("a and b");
    LiveEvent first = event("a", "X=1");
    LiveEvent second = event("a", "X=2");

    assertThat(state.handle(first, List.of())).isTrue();
    assertThat(state.handle(second, List.of())).isFalse();

    assertThat(state.met()).containsExactly(first);
    assertThat(second.isBlocked()).isFalse();
  }

  @Test
  void anEventMeetsAllOperandsThatMeanIt() {
    LiveCondition state = state("a and (a X=1 or b)");
    LiveEvent a = event("a", "X=1");

    state.handle(a, List.of());

    assertThat(state.met()).containsExactly(a, a);
    assertThat(state.events()).containsExactly(a, a);
    state.reset();
    assertThat(a.isBlocked()).isFalse();
  }

  @Test
  void anEventThatNoOperandMeansIsNotBlocked() {
    LiveCondition state = state("a or b");
    LiveEvent c = event("c");

    assertThat(state.handle(c, List.of())).isFalse();
    assertThat(c.isBlocked()).isFalse();
  }

  @Test
  void onlyEventsOfBranchesThatAreTrueMadeItComeTrue() {
    LiveCondition state = state("(a and b) or c");
    LiveEvent a = event("a");
    LiveEvent c = event("c");

    state.handle(a, List.of());
    assertThat(state.events()).isEmpty();
    state.handle(c, List.of());

    assertThat(names(state.events())).containsExactly("c");
    assertThat(names(state.met())).containsExactly("a", "c");
    assertThat(a.isBlocked()).isTrue();
  }

  @Test
  void theEventsAreListedFromLeftToRightWhateverTheirOrderWas() {
    LiveCondition state = state("(a and b) and (c and d)");

    for (String name : List.of("d", "b", "c", "a")) {
      state.handle(event(name), List.of());
    }

    assertThat(names(state.events())).containsExactly("a", "b", "c", "d");
  }

  @Test
  void theVariablesAreThoseOfTheEventsAndALaterOneWins() {
    LiveCondition state = state("(a and b) or c");
    state.handle(event("b", "X=b", "Y=b"), List.of());
    state.handle(event("a", "X=a", "Z=a"), List.of());
    Variables variables = new Variables().set("Y", "own");

    state.addVariables(variables, "NAMES", ALL);

    assertThat(variables.entries()).containsExactly("Y=b", "X=b", "Z=a", "NAMES=a b");
  }

  @Test
  void theNamesAreAVariableEvenIfThereAreNone() {
    Variables variables = new Variables();

    state("a").addVariables(variables, "NAMES", ALL);

    assertThat(variables.entries()).containsExactly("NAMES=");
  }

  @Test
  void theVariablesOfAnInstanceAreWhatOperandsMayReferTo() {
    LiveCondition state = state("stopped JOB=$OTHER");

    assertThat(state.handle(event("stopped", "JOB=db"), List.of("OTHER=web"))).isFalse();
    assertThat(state.handle(event("stopped", "JOB=web"), List.of("OTHER=web"))).isTrue();
  }

  @Test
  void afterAResetEverythingMustComeTrueAgain() {
    LiveCondition state = state("a and b");
    state.handle(event("a"), List.of());
    state.handle(event("b"), List.of());
    state.reset();

    state.handle(event("a"), List.of());

    assertThat(state.holds()).isFalse();
    assertThat(names(state.met())).containsExactly("a");
  }

  @Test
  void twoStatesOfOneConditionKnowNothingOfEachOther() {
    Condition condition = new Condition(expression("a and b"));
    LiveCondition one = new LiveCondition(condition);
    LiveCondition other = new LiveCondition(condition);
    LiveEvent a = event("a");

    one.handle(a, List.of());
    other.handle(a, List.of());
    one.handle(event("b"), List.of());
    one.reset();

    assertThat(other.holds()).isFalse();
    assertThat(names(other.met())).containsExactly("a");
    assertThat(a.isBlocked()).isTrue();
  }

  @Test
  void aDeepConditionIsNoProblem() {
    EventExpression deep = EventMatch.of("a");
    for (int i = 0; i < 50_000; i++) {
      deep = i % 2 == 0 ? deep.or(EventMatch.of("b")) : EventMatch.of("c").and(deep);
    }
    LiveCondition state = new LiveCondition(new Condition(deep));

    state.handle(event("b"), List.of());
    assertThat(state.holds()).isFalse();

    state.handle(event("c"), List.of());
    assertThat(state.holds()).isTrue();
    assertThat(state.events()).hasSize(50_000);
    state.reset();
    assertThat(state.holds()).isFalse();
  }

  @Test
  void aConditionNamesTheEventsAndOperandsThatItIsAbout() {
    Condition condition = new Condition(expression("a X=1 or (b and a X=2)"));

    assertThat(condition.events()).containsExactly("a", "b");
    assertThat(condition.operands("a")).hasSize(2);
    assertThat(condition.operands("c")).isEmpty();
    assertThat(condition.knows(event("a", "X=2"))).isTrue();
    assertThat(condition.knows(event("a", "X=3"))).isFalse();
    assertThat(condition.knows(event("c"))).isFalse();
  }
}
