package org.upstart4j.micrometer.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.upstart4j.JobStatus;

/**
 * Since when instances run, as far as anybody has seen them start. Where there are no signals, a
 * start shows by another process. Not thread-safe.
 */
final class StartTimes {

  private static final int NOT_YET_KNOWN = -1;
  private static final int NONE = 0;

  /**
   * A start.
   *
   * @param seconds when, since 1970
   * @param pid the main process that it led to; 0 if there is none
   */
  private record Start(double seconds, int pid) {}

  private final Map<InstanceKey, Start> starts = new HashMap<>();
  private Map<InstanceKey, Integer> seen = Map.of();

  /** An instance came to run. */
  void started(InstanceKey instance, double seconds) {
    starts.put(instance, new Start(seconds, NOT_YET_KNOWN));
  }

  /** An instance no longer runs. */
  void stopped(InstanceKey instance) {
    starts.remove(instance);
  }

  private OptionalDouble of(InstanceKey instance) {
    @Nullable Start start = starts.get(instance);
    return start == null ? OptionalDouble.empty() : OptionalDouble.of(start.seconds());
  }

  /** The last start of each job that has series, nothing where nobody saw one. */
  Map<JobKey, OptionalDouble> last(List<JobStatus> statuses, JobKeys keys) {
    Map<JobKey, OptionalDouble> last = new HashMap<>();
    for (JobStatus status : statuses) {
      OptionalDouble start = of(new InstanceKey(status.job(), status.instance()));
      keys.of(status.job(), status.instance())
          .ifPresent(key -> last.merge(key, start, StartTimes::later));
    }
    return last;
  }

  private static OptionalDouble later(OptionalDouble one, OptionalDouble other) {
    return one.orElse(-1) > other.orElse(-1) ? one : other;
  }

  /** Compares what is seen now with what was heard: other processes are other starts. */
  void look(List<JobStatus> statuses) {
    Map<InstanceKey, Integer> now = running(statuses);
    starts.keySet().retainAll(now.keySet());
    now.forEach(
        (instance, pid) ->
            starts.computeIfPresent(
                instance,
                (same, start) ->
                    start.pid() == NOT_YET_KNOWN || start.pid() == pid
                        ? new Start(start.seconds(), pid)
                        : null));
    seen = now;
  }

  /** Those that run now, and did not, or as another process, when somebody looked last. */
  List<InstanceKey> startedSince(List<JobStatus> statuses) {
    return running(statuses).entrySet().stream()
        .filter(entry -> !entry.getValue().equals(seen.get(entry.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Map<InstanceKey, Integer> running(List<JobStatus> statuses) {
    Map<InstanceKey, Integer> running = new HashMap<>();
    for (JobStatus status : statuses) {
      if (status.isRunning()) {
        running.put(new InstanceKey(status.job(), status.instance()), status.pid().orElse(NONE));
      }
    }
    return running;
  }
}
