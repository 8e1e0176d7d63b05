package org.upstart4j.analysis.internal.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.analysis.internal.model.Awaited;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.model.PlacedCondition;
import org.upstart4j.analysis.internal.model.ValueTest;

/** A job that its own end starts again, without end. */
final class StartsItselfRule implements RuleCheck {

  /** Longer ways round are not looked for. */
  private static final int MOST_JOBS = 50;

  private static final Set<String> WITHOUT_FAILURE = Set.of("JOB", "RESULT");

  @Override
  public void check(Folder folder, Report report) {
    Map<String, Map<String, Awaited>> causes = new HashMap<>();
    for (CheckedJob job : folder.jobs()) {
      if (job.instance().isEmpty()) {
        job.startCondition()
            .map(StartsItselfRule::ends)
            .ifPresent(ends -> causes.put(job.name(), ends));
      }
    }
    folder.jobs().forEach(job -> check(job, causes, folder, report));
  }

  private static void check(
      CheckedJob job, Map<String, Map<String, Awaited>> causes, Folder folder, Report report) {
    Map<String, Awaited> ends = causes.getOrDefault(job.name(), Map.of());
    if (ends.containsKey(job.name())) {
      add(job.name(), job.name(), ends.get(job.name()), report);
    } else if (ends.size() == 1 && isOnOneJob(job)) {
      ends.entrySet().stream()
          .filter(end -> leadsTo(job.name(), end.getKey(), causes, folder))
          .forEach(end -> add(job.name(), end.getKey(), end.getValue(), report));
    }
  }

  /** Whether one event alone is about a job; another one may come between and end the circle. */
  private static boolean isOnOneJob(CheckedJob job) {
    return job.startCondition().stream()
            .flatMap(condition -> condition.events().stream())
            .filter(Awaited::isAboutJob)
            .count()
        == 1;
  }

  /** The jobs whose end alone starts a job, with the event that says so. */
  private static Map<String, Awaited> ends(PlacedCondition start) {
    return start.fold(
        event ->
            event
                .jobName()
                .filter(job -> isAnyEnd(event))
                .map(job -> Map.of(job, event))
                .orElse(Map.of()),
        (left, right) -> both(left, right, true),
        (left, right) -> both(left, right, false));
  }

  private static Map<String, Awaited> both(
      Map<String, Awaited> left, Map<String, Awaited> right, boolean and) {
    Map<String, Awaited> joined = new HashMap<>(left);
    if (and) {
      joined.keySet().retainAll(right.keySet());
    } else {
      joined.putAll(right);
    }
    return joined;
  }

  /** Whether each end without failure is meant. */
  private static boolean isAnyEnd(Awaited event) {
    return event.isAboutEnd()
        && event.tests().stream()
            .allMatch(
                test ->
                    WITHOUT_FAILURE.contains(test.variable(Awaited.OF_JOB_EVENTS))
                        && (!test.variable(Awaited.OF_JOB_EVENTS).equals("RESULT")
                            || passesOk(test)));
  }

  private static boolean passesOk(ValueTest test) {
    return !test.isVariable() && test.passes("ok");
  }

  /**
   * Whether the end of a job leads to the end of another one, as all between are tasks, which end
   * by themselves.
   */
  private static boolean leadsTo(
      String job, String end, Map<String, Map<String, Awaited>> causes, Folder folder) {
    String at = end;
    for (int i = 0; i < MOST_JOBS && !at.equals(job); i++) {
      Map<String, Awaited> next = causes.getOrDefault(at, Map.of());
      Optional<CheckedJob> found =
          folder.job(at).filter(CheckedJob::isTask).filter(StartsItselfRule::isOnOneJob);
      if (found.isEmpty() || next.size() != 1) {
        return false;
      }
      at = next.keySet().iterator().next();
    }
    return at.equals(job);
  }

  private static void add(String job, String cause, Awaited event, Report report) {
    String message =
        cause.equals(job)
            ? "The end of \"%s\" starts it again".formatted(job)
            : "The end of \"%s\" leads to the end of \"%s\", which starts it again"
                .formatted(job, cause);
    boolean hangs = cause.equals(job) && event.event().equals("stopping");
    String happens =
        hangs
            ? "Its end waits until the event has been handled, which waits for the end: the job"
                + " hangs in \"start/stopping\"."
            : "This goes on without end, and the job cannot be stopped.";
    report.add(
        event.placed().file(),
        event.span(),
        message,
        happens + " Write \"respawn\" to start a process again that dies, which has a limit.");
  }
}
