package org.upstart4j.micrometer.internal;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.JobStatus;
import org.upstart4j.State;

/**
 * How the jobs of an Upstart stand, counted.
 *
 * @param states how many are in each state: every instance counts, and every job without one
 * @param running by what has series: whether it runs; how many of the others do
 * @param perState how many instances of each are in which state
 */
record Picture(
    Map<String, Integer> states,
    Map<JobKey, Integer> running,
    Map<JobKey, Map<String, Integer>> perState) {

  private static final Set<String> STATES = knownStates();

  private static Set<String> knownStates() {
    Set<String> names = new LinkedHashSet<>();
    for (State state :
        List.of(
            State.WAITING,
            State.STARTING,
            State.SECURITY_SPAWNING,
            State.SECURITY,
            State.PRE_STARTING,
            State.PRE_START,
            State.SPAWNING,
            State.SPAWNED,
            State.POST_STARTING,
            State.POST_START,
            State.RUNNING,
            State.PRE_STOPPING,
            State.PRE_STOP,
            State.STOPPING,
            State.KILLED,
            State.POST_STOPPING,
            State.POST_STOP)) {
      names.add(state.name());
    }
    return names;
  }

  /** Counts. */
  static Picture of(List<JobStatus> statuses, JobKeys keys) {
    Picture picture =
        new Picture(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    for (JobStatus status : statuses) {
      String state = stateName(status.state());
      picture.states.merge(state, 1, Integer::sum);
      Optional<JobKey> key = keys.of(status.job(), status.instance());
      if (key.isPresent()) {
        picture.add(key.get(), status, state);
      }
    }
    return picture;
  }

  private void add(JobKey key, JobStatus status, String state) {
    int one = status.isRunning() ? 1 : 0;
    running.merge(key, one, key.isOther() ? Integer::sum : Math::max);
    perState.computeIfAbsent(key, none -> new LinkedHashMap<>()).merge(state, 1, Integer::sum);
  }

  /** The name of a state that is known, so that there are not more than these. */
  private static String stateName(State state) {
    return STATES.contains(state.name()) ? state.name() : JobKey.OTHER;
  }
}
