package org.upstart4j.fleet.inventory.internal.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A host of an inventory, while it is read. */
public final class Member {

  final Map<String, @Nullable Object> variables = new LinkedHashMap<>();

  /** The groups that name it themselves. */
  final Set<Group> direct = new LinkedHashSet<>();

  private final String name;

  Member(String name) {
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
}
