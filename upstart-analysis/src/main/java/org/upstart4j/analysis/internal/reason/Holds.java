package org.upstart4j.analysis.internal.reason;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.upstart4j.event.EventMatch;
import org.upstart4j.state.Blocked;
import org.upstart4j.state.ConditionState;
import org.upstart4j.state.InstanceState;
import org.upstart4j.state.JobState;
import org.upstart4j.state.UpstartState;

/**
 * Who holds which event: instances that it has started or stopped and that are not there yet, and
 * conditions that have met it and wait for the rest.
 */
final class Holds {

  /** Something that holds an event. */
  sealed interface Hold {}

  /** An instance that is on its way because of the event. */
  record ByInstance(JobState job, InstanceState instance) implements Hold {}

  /**
   * A condition of which only a part has come.
   *
   * @param instance the instance whose {@code stop on} it is; nothing for a {@code start on}
   */
  record ByCondition(JobState job, Optional<InstanceState> instance, ConditionState condition)
      implements Hold {

    String stanza() {
      return instance.isPresent() ? "stop on" : "start on";
    }

    /** What has not come. */
    List<EventMatch> missing() {
      List<EventMatch> matches =
          condition.condition().map(known -> known.matches().toList()).orElse(List.of());
      List<EventMatch> missing = new ArrayList<>();
      for (int i = 0; i < matches.size(); i++) {
        if (!condition.operands().get(i).holds()) {
          missing.add(matches.get(i));
        }
      }
      return missing;
    }
  }

  private final Map<Integer, List<Hold>> byEvent = new HashMap<>();

  private Holds() {}

  static Holds of(Optional<UpstartState> state) {
    Holds holds = new Holds();
    state.map(UpstartState::jobs).orElse(List.of()).forEach(holds::add);
    return holds;
  }

  private void add(JobState job) {
    job.startOn()
        .ifPresent(condition -> add(new ByCondition(job, Optional.empty(), condition), condition));
    for (InstanceState instance : job.instances()) {
      instance
          .stopOn()
          .ifPresent(
              condition -> add(new ByCondition(job, Optional.of(instance), condition), condition));
      for (Blocked blocked : instance.blocked()) {
        if (blocked instanceof Blocked.ByEvent event) {
          add(event.event(), new ByInstance(job, instance));
        }
      }
    }
  }

  private void add(ByCondition hold, ConditionState condition) {
    condition.operands().stream()
        .filter(operand -> operand.event().isPresent())
        .forEach(operand -> add(operand.event().getAsInt(), hold));
  }

  private void add(int event, Hold hold) {
    List<Hold> known = byEvent.computeIfAbsent(event, place -> new ArrayList<>());
    // a condition may have met the event twice
    if (known.isEmpty() || !known.get(known.size() - 1).equals(hold)) {
      known.add(hold);
    }
  }

  /** Who holds an event. */
  List<Hold> of(int event) {
    return byEvent.getOrDefault(event, List.of());
  }
}
