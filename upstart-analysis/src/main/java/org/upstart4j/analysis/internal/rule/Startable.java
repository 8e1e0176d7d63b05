package org.upstart4j.analysis.internal.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.analysis.internal.model.Awaited;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;

/**
 * Which jobs can start at all. Every event may come; but {@code started} of a job of the folder
 * comes only if that job can start.
 */
final class Startable {

  private final Folder folder;
  private final Map<String, List<CheckedJob>> waiting = new HashMap<>();
  private final Set<String> startable = new HashSet<>();

  Startable(Folder folder) {
    this.folder = folder;
    folder.jobs().forEach(this::addWaits);
    Deque<CheckedJob> open = new ArrayDeque<>(folder.jobs());
    while (!open.isEmpty()) {
      CheckedJob job = open.poll();
      if (!startable.contains(job.name()) && blocker(job).isEmpty()) {
        startable.add(job.name());
        open.addAll(waiting.getOrDefault(job.name(), List.of()));
      }
    }
  }

  private void addWaits(CheckedJob job) {
    job.startCondition().stream()
        .flatMap(condition -> condition.events().stream())
        .flatMap(event -> neededJob(event).stream())
        .forEach(name -> waiting.computeIfAbsent(name, key -> new ArrayList<>()).add(job));
  }

  /** The job of the folder without which an event cannot come. */
  Optional<String> neededJob(Awaited event) {
    return event.event().equals("started")
        ? event.jobName().filter(name -> folder.job(name).isPresent())
        : Optional.empty();
  }

  /** An event that keeps a job from starting, as it cannot come; nothing if the job can start. */
  Optional<Awaited> blocker(CheckedJob job) {
    if (job.startCondition().isEmpty() || folder.providers().isStartedByScript(job.name())) {
      return Optional.empty();
    }
    return job.startCondition()
        .get()
        .fold(
            event -> Optional.of(event).filter(this::isImpossible),
            (left, right) -> left.or(() -> right),
            (left, right) -> right.isPresent() ? left : right);
  }

  private boolean isImpossible(Awaited event) {
    return neededJob(event).filter(job -> !startable.contains(job)).isPresent()
        || Contradiction.of(event, folder.providers()).isPresent();
  }
}
