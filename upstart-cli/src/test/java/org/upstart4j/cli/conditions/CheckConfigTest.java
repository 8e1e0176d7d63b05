package org.upstart4j.cli.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;

class CheckConfigTest {

  private static final KnownNames KNOWN =
      new KnownNames(Set.of("web", "db"), List.of("net-*"), Set.of("ignored"), false);

  private static final EventMatch GOOD = EventMatch.of("net-up");
  private static final EventMatch BAD = EventMatch.of("x");
  private static final EventMatch WORSE = EventMatch.of("started", "nobody");

  private static List<String> check(EventExpression events, boolean strict) {
    JobConditions conditions = new JobConditions(Optional.of(events), Optional.empty());
    return new CheckConfig(KNOWN, strict).of(conditions).stream().map(Unmet::toString).toList();
  }

  @Test
  void whatIsThereIsNotComplainedOf() {
    assertThat(
            check(
                EventExpression.all(
                    List.of(
                        GOOD,
                        EventMatch.of("startup"),
                        EventMatch.of("ignored"),
                        EventMatch.of("started", "web"),
                        EventMatch.of("stopped", "A=1", "JOB=db"),
                        EventMatch.of("starting", "$WHICH"))),
                true))
        .isEmpty();
  }

  @Test
  void anEventThatNobodyEmitsAndAJobThatIsNotThereAreSaid() {
    assertThat(check(BAD, false)).containsExactly("  start on: unknown event x");
    assertThat(check(WORSE, false)).containsExactly("  start on: unknown job nobody");
  }

  @Test
  void rightSidesAreSaidFirst() {
    assertThat(check(BAD.and(WORSE), false))
        .containsExactly("  start on: unknown job nobody", "  start on: unknown event x");
  }

  @Test
  void oneGoodSideOfAnOrIsEnoughUnlessBothAreWanted() {
    assertThat(check(BAD.or(GOOD), false)).isEmpty();
    assertThat(check(BAD.or(GOOD), true)).hasSize(1);
  }

  @Test
  void onlyWhatIsBelowTheFirstImpossibleOperatorIsSaid() {
    EventExpression two = BAD.and(GOOD).or(WORSE.and(GOOD).or(GOOD));

    assertThat(check(two, false)).containsExactly("  start on: unknown job nobody");
  }

  @Test
  void theEndOfASessionIsKnownInSessionsOnly() {
    JobConditions conditions =
        new JobConditions(Optional.empty(), Optional.of(EventMatch.of("session-end")));

    assertThat(new CheckConfig(KNOWN, false).of(conditions))
        .containsExactly(new Unmet("stop on", "event", "session-end"));
    KnownNames session = new KnownNames(Set.of(), List.of(), Set.of(), true);
    assertThat(new CheckConfig(session, false).of(conditions)).isEmpty();
  }

  @Test
  void deepConditionsAreChecked() {
    assertThat(check(EventExpression.all(Collections.nCopies(100_000, GOOD)).and(BAD), false))
        .hasSize(1);
  }
}
