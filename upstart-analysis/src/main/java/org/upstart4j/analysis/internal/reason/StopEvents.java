package org.upstart4j.analysis.internal.reason;

import java.util.List;
import java.util.Optional;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.state.Blocked;
import org.upstart4j.state.ConditionState;
import org.upstart4j.state.InstanceState;
import org.upstart4j.state.JobState;

/** The events that stop a job. */
final class StopEvents {

  private StopEvents() {}

  private static Optional<EventExpression> condition(Subject subject) {
    return subject.job().isPresent()
        ? subject.job().flatMap(JobState::stopOn).flatMap(ConditionState::condition)
        : subject.definition().flatMap(JobDefinition::stopOn);
  }

  /** Their names. */
  static List<String> of(Subject subject) {
    return condition(subject).stream()
        .flatMap(EventExpression::matches)
        .map(EventMatch::event)
        .toList();
  }

  /** An event as the condition names it, if it does so once; else its name. */
  static String wanted(Subject subject, String event) {
    List<EventMatch> matches =
        condition(subject).stream()
            .flatMap(EventExpression::matches)
            .filter(match -> match.event().equals(event))
            .toList();
    return matches.size() == 1 ? matches.get(0).plainText() : event;
  }

  /** The condition as a text; empty if nothing stops the job. */
  static String text(Subject subject) {
    return condition(subject).map(EventExpression::plainText).orElse("");
  }

  /** The events that an instance was stopped by, with their variables where they are still held. */
  static String withVariables(Facts facts, InstanceState instance, String names) {
    List<String> wanted = List.of(names.split(" "));
    List<String> held =
        instance.blocked().stream()
            .filter(Blocked.ByEvent.class::isInstance)
            .map(blocked -> facts.event(((Blocked.ByEvent) blocked).event()))
            .flatMap(Optional::stream)
            .filter(event -> wanted.contains(event.name()))
            .map(Facts::text)
            .toList();
    return held.size() == wanted.size() ? String.join(" and ", held) : names;
  }
}
