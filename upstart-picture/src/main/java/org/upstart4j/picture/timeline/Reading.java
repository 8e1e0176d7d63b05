package org.upstart4j.picture.timeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.upstart4j.Event;
import org.upstart4j.Goal;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.event.Glob;
import org.upstart4j.jobfile.version.UpstartVersion;

/** Goes through all that happened, once, and puts it together. */
final class Reading {

  private final Map<String, Conditions> conditions;
  private final Causation causation;
  private final EventLog events = new EventLog();
  private final Map<String, Map<String, History>> histories = new LinkedHashMap<>();
  private final List<History> inOrder = new ArrayList<>();
  private final List<Happening.Gap> gaps = new ArrayList<>();

  Reading(Map<String, Conditions> conditions, UpstartVersion version) {
    this.conditions = conditions;
    this.causation = new Causation(conditions, version);
  }

  /** Takes an instance that was there before. */
  void older(JobStatus status) {
    if (!status.is(Goal.STOP, State.WAITING)) {
      History history = history(status.job(), status.instance());
      history.older(status.goal(), status.state());
      begins(history, List.of());
    }
  }

  void take(Emissions emissions) {
    for (Happening happening : emissions.happenings()) {
      if (happening instanceof Happening.Emitted emitted) {
        emitted(emitted, !emissions.inexact().contains(emitted));
      } else if (happening instanceof Happening.Finished finished) {
        events.finished(finished);
      } else if (happening instanceof Happening.Gap gap) {
        gaps.add(gap);
      } else {
        ofInstance((Happening.OfInstance) happening);
      }
    }
  }

  private void emitted(Happening.Emitted emitted, boolean isExact) {
    Event event = emitted.event();
    Optional<History> own =
        OwnEvents.job(event).flatMap(job -> known(job, OwnEvents.instance(event)));
    if (event.name().equals("stopping") || event.name().equals("stopped")) {
      own.ifPresent(history -> history.explains(event.variables()));
    }
    Optional<String> by =
        emitted.isFromOutside() ? Optional.empty() : own.or(() -> emitter(event)).map(History::id);
    int number = events.emitted(emitted, isExact, by);
    causation.emitted(number, emitted.at(), event);
  }

  private Optional<History> known(String job, String instance) {
    return Optional.ofNullable(histories.getOrDefault(job, Map.of()).get(instance));
  }

  /** The only instance at work whose job says that it emits such an event. */
  private Optional<History> emitter(Event event) {
    List<History> able =
        conditions.entrySet().stream()
            .filter(
                entry ->
                    entry.getValue().emits().stream()
                        .anyMatch(pattern -> Glob.matches(pattern, event.name())))
            .flatMap(entry -> histories.getOrDefault(entry.getKey(), Map.of()).values().stream())
            .filter(History::isAlive)
            .limit(2)
            .toList();
    return able.size() == 1 ? Optional.of(able.get(0)) : Optional.empty();
  }

  private History history(String job, String instance) {
    return histories
        .computeIfAbsent(job, name -> new LinkedHashMap<>())
        .computeIfAbsent(
            instance,
            name -> {
              History history = new History("r" + inOrder.size(), job, instance);
              inOrder.add(history);
              return history;
            });
  }

  private void ofInstance(Happening.OfInstance happening) {
    History history = history(happening.job(), happening.instance());
    if (happening instanceof Happening.NewGoal goal) {
      goal(history, goal);
    } else if (happening instanceof Happening.NewState state) {
      history.enters(state.at(), state.state());
      if (state.state().equals(State.WAITING)) {
        causation.ends(state.job(), history.id());
      }
    } else if (happening instanceof Happening.NotRun notRun) {
      history.processEnds(
          "its " + notRun.process() + " process could not be run: " + notRun.reason());
    } else if (happening instanceof Happening.Ended ended) {
      history.processEnds("its " + ended.process() + " process " + ended.status());
    } else if (happening instanceof Happening.Failed failed) {
      history.fails(failed.at(), failed.status());
    }
  }

  private void goal(History history, Happening.NewGoal goal) {
    if (goal.goal().equals(Goal.START)) {
      List<Cause> causes = events.causes(causation.startOf(history.job(), goal.at()), goal.at());
      history.starts(goal.at(), causes);
      begins(history, causes);
    } else if (goal.goal().equals(Goal.STOP)) {
      history.stops(goal.at(), events.causes(causation.stopOf(history.id(), goal.at()), goal.at()));
    }
  }

  private void begins(History history, List<Cause> causes) {
    List<String> variables = new ArrayList<>();
    causes.forEach(cause -> variables.addAll(cause.event().event().variables().entries()));
    variables.add("INSTANCE=" + history.instance());
    causation.begins(history.job(), history.id(), variables);
  }

  EventLog events() {
    return events;
  }

  List<Happening.Gap> gaps() {
    return gaps;
  }

  /** The instances, in the order in which they were first heard of. */
  List<History> histories() {
    return inOrder;
  }

  Causation causation() {
    return causation;
  }
}
