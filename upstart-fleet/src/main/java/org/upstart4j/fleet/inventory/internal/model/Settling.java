package org.upstart4j.fleet.inventory.internal.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.upstart4j.fleet.inventory.internal.text.Fault;
import org.upstart4j.fleet.inventory.internal.text.Place;

/** What Ansible does once all sources are read: every host gets into {@code all}. */
public final class Settling {

  private static final int DEEPEST = 100;

  private final Groups groups;
  private final Place place;

  private Settling(Groups groups, Place place) {
    this.groups = groups;
    this.place = place;
  }

  /**
   * Puts groups without a parent into {@code all}, and hosts without a group into {@code
   * ungrouped}, and finds out how deep each group is.
   *
   * @throws Fault if a group is too deep
   */
  public static void settle(Groups groups, Place place) throws Fault {
    Settling settling = new Settling(groups, place);
    settling.groupsIntoAll();
    for (Member host : new ArrayList<>(groups.hosts())) {
      settling.settle(host);
    }
    settling.measure();
  }

  private void groupsIntoAll() throws Fault {
    Group all = groups.all();
    for (Group group : groups.groups()) {
      if (group != all && group.parents.isEmpty()) {
        groups.addChild(all, group.name(), place);
      }
    }
  }

  private void settle(Member host) throws Fault {
    Group ungrouped = groups.ungrouped();
    Set<Group> own = groups.groupsOf(host, groups.effort());
    boolean grouped = own.stream().anyMatch(group -> group != ungrouped && group != groups.all());
    if (!own.contains(ungrouped)) {
      if (!grouped) {
        // The name may be a group's, which then gets into ungrouped; Ansible does so, too.
        groups.addChild(ungrouped, host.name(), place);
      }
    } else if (grouped) {
      ungrouped.hosts.remove(host);
      host.direct.remove(ungrouped);
    }
  }

  /** The depth of a group is the longest way to it. */
  private void measure() throws Fault {
    Map<Group, Integer> missing = new HashMap<>();
    Deque<Group> ready = new ArrayDeque<>();
    for (Group group : groups.groups()) {
      group.depth = 0;
      missing.put(group, group.parents.size());
      if (group.parents.isEmpty()) {
        ready.add(group);
      }
    }
    while (!ready.isEmpty()) {
      Group parent = ready.remove();
      if (parent.depth > DEEPEST) {
        throw new Fault(
            place, "the group \"" + parent.name() + "\" is more than " + DEEPEST + " groups deep");
      }
      for (Group child : List.copyOf(parent.children)) {
        child.depth = Math.max(child.depth, parent.depth + 1);
        if (missing.merge(child, -1, Integer::sum) == 0) {
          ready.add(child);
        }
      }
    }
  }
}
