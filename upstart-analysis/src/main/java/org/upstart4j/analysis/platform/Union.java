package org.upstart4j.analysis.platform;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What several platforms together provide. */
final class Union {

  private Union() {}

  static Provided of(List<Provided> parts) {
    Map<String, ProvidedEvent> events = new TreeMap<>();
    Map<String, ProvidedJob> jobs = new TreeMap<>();
    Map<String, SysvScript> scripts = new TreeMap<>();
    for (Provided part : parts) {
      part.events().forEach(event -> events.merge(event.name(), event, Union::both));
      part.jobs().forEach(job -> jobs.merge(job.name(), job, Union::both));
      part.sysvScripts().forEach(script -> scripts.putIfAbsent(script.name(), script));
    }
    scripts.keySet().removeAll(jobs.keySet());
    return new Provided(events, jobs, scripts, parts.stream().anyMatch(Provided::announcesScripts));
  }

  private static ProvidedEvent both(ProvidedEvent one, ProvidedEvent other) {
    if (one.equals(other)) {
      return one;
    }
    Times times = both(one.times(), other.times());
    return new ProvidedEvent(
        one.name(),
        both(one.variables(), other.variables()),
        one.hasMoreVariables() || other.hasMoreVariables(),
        times,
        times.isPerInstance()
            ? both(one.instanceVariables(), other.instanceVariables())
            : List.of(),
        one.by(),
        one.source());
  }

  private static ProvidedJob both(ProvidedJob one, ProvidedJob other) {
    if (one.equals(other)) {
      return one;
    }
    Optional<String> instance = one.instanceVariable();
    return new ProvidedJob(
        one.name(),
        one.isTask() && other.isTask(),
        both(one.times(), other.times()),
        instance.equals(other.instanceVariable()) ? instance : Optional.empty(),
        both(one.exports(), other.exports()),
        one.source());
  }

  private static Times both(Times one, Times other) {
    return one == other ? one : Times.AGAIN;
  }

  private static List<String> both(List<String> one, List<String> other) {
    Set<String> names = new LinkedHashSet<>(one);
    names.addAll(other);
    return List.copyOf(names);
  }
}
