package org.upstart4j.micrometer.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.upstart4j.event.Glob;

/** Which jobs have series of their own: as many as are allowed, until they go. Not thread-safe. */
public final class JobKeys {

  /** A name that is longer would make each of its series long. */
  static final int LONGEST = 200;

  private final List<String> included;
  private final List<String> excluded;
  private final boolean perInstance;
  private final int most;
  private final Set<JobKey> known = new HashSet<>();

  /**
   * Makes them; none is known yet.
   *
   * @param included patterns of jobs; all jobs if there are none
   * @param excluded patterns of jobs that are left out
   * @param perInstance whether each instance has series of its own
   * @param most how many have at most
   */
  public JobKeys(List<String> included, List<String> excluded, boolean perInstance, int most) {
    this.included = included;
    this.excluded = excluded;
    this.perInstance = perInstance;
    this.most = most;
  }

  /** Whose series a job's numbers go into; nothing if the job is left out. */
  Optional<JobKey> of(String job, String instance) {
    if (!isWanted(job)) {
      return Optional.empty();
    }
    JobKey key = key(job, instance);
    if (known.contains(key)) {
      return Optional.of(key);
    }
    boolean fits = known.size() < most && job.length() <= LONGEST && instance.length() <= LONGEST;
    if (!fits) {
      return Optional.of(key(JobKey.OTHER, ""));
    }
    known.add(key);
    return Optional.of(key);
  }

  private boolean isWanted(String job) {
    return (included.isEmpty() || matches(included, job)) && !matches(excluded, job);
  }

  private static boolean matches(List<String> patterns, String job) {
    for (String pattern : patterns) {
      if (Glob.matches(pattern, job)) {
        return true;
      }
    }
    return false;
  }

  private JobKey key(String job, String instance) {
    @Nullable String name = perInstance ? instance : null;
    return new JobKey(job, name);
  }

  /** Forgets all that have gone, so that others can take their places. */
  void keep(Set<JobKey> present) {
    known.retainAll(present);
  }
}
