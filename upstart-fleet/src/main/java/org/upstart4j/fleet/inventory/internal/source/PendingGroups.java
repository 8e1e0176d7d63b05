package org.upstart4j.fleet.inventory.internal.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.upstart4j.fleet.inventory.internal.model.Group;
import org.upstart4j.fleet.inventory.internal.model.Groups;
import org.upstart4j.fleet.inventory.internal.text.Fault;
import org.upstart4j.fleet.inventory.internal.text.Place;

/** Groups that an INI inventory names before it has a section for them, or without one. */
final class PendingGroups {

  private final Groups groups;
  private final Map<String, Pending> waiting = new LinkedHashMap<>();

  PendingGroups(Groups groups) {
    this.groups = groups;
  }

  /** Where a group was named, and the groups that it is to be put into. */
  private record Pending(Place place, boolean child, List<Group> parents) {}

  /** Says that a new group was named by a section of variables only. */
  void variablesOf(String name, Place place) {
    waiting.putIfAbsent(name, new Pending(place, false, List.of()));
  }

  /** Says that a group that is not there yet is to be in another. */
  void child(String name, Group parent, Place place) {
    waiting
        .computeIfAbsent(name, unknown -> new Pending(place, true, new ArrayList<>()))
        .parents()
        .add(parent);
  }

  /** Puts a group that a section defines where it was named. */
  void defined(Group group) throws Fault {
    Pending pending = waiting.remove(group.name());
    if (pending != null) {
      for (Group parent : pending.parents()) {
        groups.addChild(parent, group.name(), pending.place());
      }
    }
  }

  /**
   * Looks whether all groups were defined.
   *
   * @throws Fault if one was not
   */
  void check() throws Fault {
    for (Map.Entry<String, Pending> entry : waiting.entrySet()) {
      String name = entry.getKey();
      String what =
          entry.getValue().child()
              ? "["
                  + entry.getValue().parents().get(0).name()
                  + ":children] names the group \""
                  + name
                  + "\", which has no section"
              : "[" + name + ":vars] is for a group that has no section";
      throw new Fault(entry.getValue().place(), what + "; add [" + name + "], or correct the name");
    }
  }
}
