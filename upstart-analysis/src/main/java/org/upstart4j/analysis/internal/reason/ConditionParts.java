package org.upstart4j.analysis.internal.reason;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstart4j.analysis.reason.Part;
import org.upstart4j.event.EventMatch;
import org.upstart4j.state.ConditionState;
import org.upstart4j.state.EventState;

/** The events of a condition: which have come, since when, and from whom the others may come. */
final class ConditionParts {

  private final Facts facts;
  private final Emitters emitters;

  ConditionParts(Facts facts, Emitters emitters) {
    this.facts = facts;
    this.emitters = emitters;
  }

  /** The parts of a condition of which it is known what has come. */
  List<Part> of(ConditionState condition) {
    List<EventMatch> matches =
        condition.condition().map(known -> known.matches().toList()).orElse(List.of());
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < matches.size(); i++) {
      parts.add(part(matches.get(i), condition.operands().get(i)));
    }
    return parts;
  }

  private Part part(EventMatch match, ConditionState.Operand operand) {
    Optional<EventState> by =
        operand.event().isPresent() ? facts.event(operand.event().getAsInt()) : Optional.empty();
    return new Part(
        match.plainText(),
        operand.holds(),
        by.map(Facts::text),
        by.flatMap(this::since),
        by.map(EventState::isBlocking).orElse(false),
        operand.holds() ? List.of() : emitters.of(match));
  }

  /** The parts of a condition of which it is not known what has come. */
  List<Part> of(List<EventMatch> matches) {
    return matches.stream()
        .map(
            match ->
                new Part(
                    match.plainText(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    emitters.of(match)))
        .toList();
  }

  /** About how long ago an event came that is still held. */
  private Optional<Duration> since(EventState event) {
    return new EventTimes(facts.messages())
        .last(
            event.name(),
            event.variables().get("JOB"),
            event.variables().get("INSTANCE").orElse(""))
        .flatMap(Happening::ago)
        .or(() -> sinceStarted(event));
  }

  /** Since when the main process runs of the job that has started. */
  private Optional<Duration> sinceStarted(EventState event) {
    if (!event.name().equals("started")) {
      return Optional.empty();
    }
    return event
        .variables()
        .get("JOB")
        .flatMap(job -> facts.instance(job, event.variables().get("INSTANCE").orElse("")))
        .flatMap(instance -> instance.status("").pid().stream().boxed().findFirst())
        .flatMap(pid -> facts.knowledge().process(pid))
        .flatMap(process -> process.age());
  }

  /** Whether some of a condition has come; if all had, it would have been forgotten. */
  static boolean isHalfMet(ConditionState condition) {
    return condition.operands().stream().anyMatch(ConditionState.Operand::holds);
  }
}
