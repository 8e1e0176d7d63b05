package org.upstart4j.fleet.inventory.internal.model;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.upstart4j.fleet.inventory.internal.text.CodePoints;

/** A group of an inventory, while it is read. */
public final class Group {

  /** The order in which variables of groups count: of two the later one. */
  static final Comparator<Group> PRECEDENCE =
      Comparator.comparingInt((Group group) -> group.depth)
          .thenComparingLong(group -> group.priority)
          .thenComparing(group -> group.name, CodePoints.ORDER);

  final Map<String, @Nullable Object> variables = new LinkedHashMap<>();
  final Set<Member> hosts = new LinkedHashSet<>();
  final Set<Group> children = new LinkedHashSet<>();
  final Set<Group> parents = new LinkedHashSet<>();
  int depth;
  long priority = 1;

  private final String name;

  Group(String name) {
    this.name = name;
  }

  /** {@return its name} */
  public String name() {
    return name;
  }

  /** {@return its own variables} */
  public Map<String, @Nullable Object> variables() {
    return Collections.unmodifiableMap(variables);
  }

  /** {@return the hosts that it names itself} */
  public Collection<Member> hosts() {
    return Collections.unmodifiableCollection(hosts);
  }

  /** {@return the groups in it} */
  public Collection<Group> children() {
    return Collections.unmodifiableCollection(children);
  }
}
