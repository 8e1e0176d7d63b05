package org.upstart4j.embedded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.upstart4j.Goal;
import org.upstart4j.State;
import org.upstart4j.UpstartListener;

/** Follows all instances by what is told of them, and writes down what Upstart never does. */
final class Transitions implements UpstartListener {

  private static final Map<String, Set<String>> TO_STOP =
      Map.ofEntries(
          Map.entry("starting", Set.of("stopping")),
          Map.entry("security-spawning", Set.of("stopping")),
          Map.entry("security", Set.of("stopping")),
          Map.entry("pre-starting", Set.of("stopping")),
          Map.entry("pre-start", Set.of("stopping")),
          Map.entry("spawning", Set.of("stopping")),
          Map.entry("spawned", Set.of("stopping")),
          Map.entry("post-starting", Set.of("stopping")),
          Map.entry("post-start", Set.of("stopping")),
          Map.entry("running", Set.of("pre-stopping", "stopping")),
          Map.entry("pre-stopping", Set.of("pre-stop")),
          Map.entry("pre-stop", Set.of("stopping")),
          Map.entry("stopping", Set.of("killed")),
          Map.entry("killed", Set.of("post-stopping")),
          Map.entry("post-stopping", Set.of("post-stop")),
          Map.entry("post-stop", Set.of("waiting")));

  private static final Map<String, Set<String>> TO_START =
      Map.ofEntries(
          Map.entry("waiting", Set.of("starting")),
          Map.entry("starting", Set.of("security-spawning")),
          Map.entry("security-spawning", Set.of("security")),
          Map.entry("security", Set.of("pre-starting")),
          Map.entry("pre-starting", Set.of("pre-start")),
          Map.entry("pre-start", Set.of("spawning")),
          Map.entry("spawning", Set.of("spawned")),
          Map.entry("spawned", Set.of("post-starting")),
          Map.entry("post-starting", Set.of("post-start")),
          Map.entry("post-start", Set.of("running", "stopping")),
          Map.entry("running", Set.of("stopping")),
          Map.entry("pre-stopping", Set.of("pre-stop")),
          Map.entry("pre-stop", Set.of("running", "stopping")),
          Map.entry("stopping", Set.of("killed")),
          Map.entry("killed", Set.of("post-stopping")),
          Map.entry("post-stopping", Set.of("post-stop")),
          Map.entry("post-stop", Set.of("starting")));

  private record Name(String job, String instance) {}

  private record Standing(Goal goal, State state) {}

  private final Map<Name, Standing> instances = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  List<String> problems() {
    return problems;
  }

  /** How many instances there are. */
  int count() {
    return instances.size();
  }

  @Override
  public void instanceAdded(String job, String instance) {
    if (instances.put(new Name(job, instance), new Standing(Goal.STOP, State.WAITING)) != null) {
      problems.add(job + " " + instance + " was added twice");
    }
  }

  @Override
  public void instanceRemoved(String job, String instance) {
    gone(new Name(job, instance), instances.remove(new Name(job, instance)));
  }

  @Override
  public void jobRemoved(String job) {
    for (Name name : List.copyOf(instances.keySet())) {
      if (name.job().equals(job)) {
        gone(name, instances.remove(name));
      }
    }
  }

  private void gone(Name name, Standing last) {
    if (!Objects.equals(last, new Standing(Goal.STOP, State.WAITING))) {
      problems.add(name + " went away at " + last);
    }
  }

  @Override
  public void goalChanged(String job, String instance, Goal goal) {
    Name name = new Name(job, instance);
    Standing before = instances.get(name);
    if (before == null || before.goal().equals(goal)) {
      problems.add(name + " has got the goal " + goal + " at " + before);
    } else {
      instances.put(name, new Standing(goal, before.state()));
    }
  }

  @Override
  public void stateChanged(String job, String instance, State state) {
    Name name = new Name(job, instance);
    Standing before = instances.get(name);
    if (before == null || !allowed(before).contains(state.name())) {
      problems.add(name + " has got the state " + state + " at " + before);
    } else {
      instances.put(name, new Standing(before.goal(), state));
    }
  }

  private static Set<String> allowed(Standing before) {
    Map<String, Set<String>> table =
        before.goal().equals(Goal.START)
            ? TO_START
            : before.goal().equals(Goal.STOP) ? TO_STOP : Map.of();
    return table.getOrDefault(before.state().name(), Set.of());
  }
}
