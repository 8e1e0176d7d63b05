package org.upstart4j.picture.timeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.upstart4j.Event;
import org.upstart4j.Goal;
import org.upstart4j.State;
import org.upstart4j.jobfile.internal.match.Happened;
import org.upstart4j.jobfile.internal.match.Operand;
import org.upstart4j.jobfile.version.UpstartVersion;

/**
 * Finds what an event set off of which only the end was heard. An event ends with the last thing
 * that it set off; so if an instance came to rest just then, and its condition names the event,
 * then the event had been emitted before the instance got its goal.
 */
final class Effects implements Emissions.SetOff {

  /** How long before the end of an event its last effect may be heard. */
  private static final long DELAY = 250;

  private final Map<String, Conditions> conditions;
  private final UpstartVersion version;

  Effects(Map<String, Conditions> conditions, UpstartVersion version) {
    this.conditions = conditions;
    this.version = version;
  }

  @Override
  public int place(List<Happening> heard, int place) {
    Event event = ((Happening.Finished) heard.get(place)).event();
    Duration end = heard.get(place).at();
    for (int i = place - 1; i >= 0 && isWithin(heard.get(i).at(), end, DELAY); i--) {
      Optional<Integer> goal =
          heard.get(i) instanceof Happening.NewState ? goal(heard, i, event) : Optional.empty();
      if (goal.isPresent()) {
        return first(heard, goal.get(), event);
      }
    }
    return place;
  }

  private static boolean isWithin(Duration before, Duration after, long millis) {
    return after.minus(before).toMillis() <= millis;
  }

  /** The place of the goal with which the way to a state began, if the event may have set it. */
  private Optional<Integer> goal(List<Happening> heard, int place, Event event) {
    Happening.NewState state = (Happening.NewState) heard.get(place);
    boolean isStopped = state.state().equals(State.WAITING);
    if (isStopped && names(state.job(), Goal.STOP, event)) {
      return last(heard, place, state, Goal.STOP);
    } else if ((isStopped || state.state().equals(State.RUNNING))
        && names(state.job(), Goal.START, event)) {
      return last(heard, place, state, Goal.START);
    }
    return Optional.empty();
  }

  private boolean names(String job, Goal goal, Event event) {
    Happened seen = new Seen(event.name(), event.variables().entries());
    return Optional.ofNullable(conditions.get(job))
        .flatMap(goal.equals(Goal.START) ? Conditions::startOn : Conditions::stopOn)
        .filter(
            condition ->
                condition
                    .matches()
                    .filter(match -> match.event().equals(event.name()))
                    .anyMatch(match -> new Operand(match, version).matches(seen, List.of())))
        .isPresent();
  }

  private static Optional<Integer> last(
      List<Happening> heard, int place, Happening.NewState state, Goal wanted) {
    for (int i = place - 1; i >= 0; i--) {
      if (heard.get(i) instanceof Happening.NewGoal goal
          && goal.job().equals(state.job())
          && goal.instance().equals(state.instance())
          && goal.goal().equals(wanted)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** The first of the goals of that moment that the event may have set. */
  private int first(List<Happening> heard, int goal, Event event) {
    int first = goal;
    Duration at = heard.get(goal).at();
    for (int i = goal; i >= 0 && isWithin(heard.get(i).at(), at, Causation.INSTANT); i--) {
      if (heard.get(i) instanceof Happening.NewGoal other
          && names(other.job(), other.goal(), event)) {
        first = i;
      }
    }
    return first;
  }
}
