package org.upstart4j.fleet.inventory.internal.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.upstart4j.fleet.inventory.internal.text.Fault;
import org.upstart4j.fleet.inventory.internal.text.HostRange;
import org.upstart4j.fleet.inventory.internal.text.Place;

/** Hosts in groups of groups, with Ansible's rules for what may be in what. */
public final class Groups {

  /** The name of the group that all hosts are in. */
  public static final String ALL = "all";

  private static final String UNGROUPED = "ungrouped";

  private static final int MOST_GROUPS = 100_000;
  private static final String PRIORITY = "ansible_group_priority";

  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final Map<String, Member> hosts = new LinkedHashMap<>();
  private final Group all = new Group(ALL);
  private final Group ungrouped = new Group(UNGROUPED);
  private final Effort effort;

  /**
   * Makes an inventory without hosts.
   *
   * @param effort of reading it
   */
  public Groups(Effort effort) {
    this.effort = effort;
    groups.put(ALL, all);
    groups.put(UNGROUPED, ungrouped);
    link(all, ungrouped);
  }

  /** {@return the group that all hosts are in} */
  public Group all() {
    return all;
  }

  /** {@return the group of the hosts that no other group names} */
  public Group ungrouped() {
    return ungrouped;
  }

  /** {@return all groups, in the order in which they were first named} */
  public Collection<Group> groups() {
    return Collections.unmodifiableCollection(groups.values());
  }

  /** {@return all hosts, in the order in which they were first named} */
  public Collection<Member> hosts() {
    return Collections.unmodifiableCollection(hosts.values());
  }

  /** {@return a group, or null if there is none of this name} */
  public @Nullable Group group(String name) {
    return groups.get(name);
  }

  /** {@return a host, or null if there is none of this name} */
  public @Nullable Member host(String name) {
    return hosts.get(name);
  }

  /** {@return the effort of reading it} */
  public Effort effort() {
    return effort;
  }

  /**
   * {@return the group of this name, new if there was none}
   *
   * @throws Fault if the name is empty, or there are too many groups
   */
  public Group addGroup(String name, Place place) throws Fault {
    Group known = groups.get(name);
    if (known != null) {
      return known;
    }
    if (name.isEmpty()) {
      throw new Fault(place, "a group has no name; give it one");
    }
    if (groups.size() >= MOST_GROUPS) {
      throw new Fault(place, "there are more than " + MOST_GROUPS + " groups");
    }
    Group group = new Group(name);
    groups.put(name, group);
    return group;
  }

  /**
   * Puts a host into a group.
   *
   * @param port its port, which counts only if the host is new; or null
   * @throws Fault if the name is empty, or there are too many hosts
   */
  public void addHost(String name, Group group, @Nullable Number port, Place place) throws Fault {
    Member host = hosts.get(name);
    if (host == null) {
      if (name.isBlank()) {
        throw new Fault(place, "a host has no name; give it one, or remove the line");
      }
      if (hosts.size() >= HostRange.MOST) {
        throw new Fault(place, "there are more than " + HostRange.MOST + " hosts");
      }
      host = new Member(name);
      if (port != null && port.doubleValue() != 0) {
        host.variables.put("ansible_port", port);
      }
      hosts.put(name, host);
    }
    put(host, group);
  }

  /**
   * Sets a variable of the group of this name, and if there is none, of the host: as in Ansible,
   * the group takes the variables of a host with its name.
   *
   * @throws Fault if it is a group's priority, and no number
   */
  public void set(String owner, String name, @Nullable Object value, Place place) throws Fault {
    Group group = groups.get(owner);
    if (group == null) {
      Member host = hosts.get(owner);
      if (host != null) {
        host.variables.put(name, value);
      }
    } else if (name.equals(PRIORITY)) {
      group.priority = Priority.of(value, place);
    } else {
      group.variables.put(name, value);
    }
  }

  /**
   * Puts a group, or else a host, into a group.
   *
   * @throws Fault if there is neither, or the group is in the other already, over others or not
   */
  public void addChild(Group parent, String name, Place place) throws Fault {
    Group child = groups.get(name);
    Member host = hosts.get(name);
    if (child != null) {
      addGroupTo(parent, child, place);
    } else if (host != null) {
      put(host, parent);
    } else {
      throw new Fault(
          place, "\"" + name + "\" is neither a group nor a host; define it, or correct its name");
    }
  }

  private void addGroupTo(Group parent, Group child, Place place) throws Fault {
    if (parent == child) {
      throw new Fault(place, "the group \"" + child.name() + "\" is in itself; remove it there");
    }
    if (parent.children.contains(child)) {
      return;
    }
    if (withAncestors(Set.of(parent), effort).contains(child)) {
      throw new Fault(
          place,
          "the group \""
              + child.name()
              + "\" can't be in \""
              + parent.name()
              + "\", which is in it; remove one of the two");
    }
    link(parent, child);
  }

  private static void link(Group parent, Group child) {
    parent.children.add(child);
    child.parents.add(parent);
  }

  static void put(Member host, Group group) {
    group.hosts.add(host);
    host.direct.add(group);
  }

  private static Set<Group> withAncestors(Collection<Group> start, Effort work) throws Fault {
    Set<Group> found = new LinkedHashSet<>(start);
    Deque<Group> open = new ArrayDeque<>(start);
    while (!open.isEmpty()) {
      Group next = open.remove();
      work.spend(1L + next.parents.size());
      for (Group parent : next.parents) {
        if (found.add(parent)) {
          open.add(parent);
        }
      }
    }
    return found;
  }

  /** {@return the groups that a host is in, over others or not} */
  public Set<Group> groupsOf(Member host, Effort work) throws Fault {
    return withAncestors(host.direct, work);
  }

  /** {@return the same groups without {@code all}, in the order in which their variables count} */
  public List<Group> byPrecedence(Member host, Effort work) throws Fault {
    List<Group> own = new ArrayList<>(groupsOf(host, work));
    own.remove(all);
    own.sort(Group.PRECEDENCE);
    return own;
  }

  /** {@return the hosts of a group and of all groups in it: its own first, then level by level} */
  public List<Member> hostsOf(Group group, Effort work) throws Fault {
    Set<Member> members = new LinkedHashSet<>();
    Set<Group> seen = new LinkedHashSet<>(Set.of(group));
    Deque<Group> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      Group next = open.remove();
      work.spend(1L + next.hosts.size() + next.children.size());
      members.addAll(next.hosts);
      for (Group child : next.children) {
        if (seen.add(child)) {
          open.add(child);
        }
      }
    }
    return new ArrayList<>(members);
  }
}
