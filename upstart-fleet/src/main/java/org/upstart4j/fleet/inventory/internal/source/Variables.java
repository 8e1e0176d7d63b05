package org.upstart4j.fleet.inventory.internal.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upstart4j.fleet.inventory.internal.model.Effort;
import org.upstart4j.fleet.inventory.internal.model.Group;
import org.upstart4j.fleet.inventory.internal.model.Groups;
import org.upstart4j.fleet.inventory.internal.model.Member;
import org.upstart4j.fleet.inventory.internal.text.Fault;

/** The variables that count for a host, by Ansible's precedence. */
public final class Variables {

  private final Groups groups;
  private final List<VariableFiles> files;

  Variables(Groups groups, List<VariableFiles> files) {
    this.groups = groups;
    this.files = List.copyOf(files);
  }

  /**
   * {@return the variables of a host: of {@code all}, of its groups, of files for {@code all}, of
   * files for its groups, its own, of files for it; of two the later one}
   *
   * @param work the effort, which grows by them
   * @throws Fault if it gets too great
   */
  public Map<String, @Nullable Object> of(Member host, Effort work) throws Fault {
    Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    List<Group> own = groups.byPrecedence(host, work);
    variables.putAll(groups.all().variables());
    for (Group group : own) {
      variables.putAll(group.variables());
    }
    for (VariableFiles beside : files) {
      variables.putAll(beside.ofGroup(Groups.ALL));
    }
    for (VariableFiles beside : files) {
      for (Group group : own) {
        variables.putAll(beside.ofGroup(group.name()));
      }
    }
    variables.putAll(host.variables());
    for (VariableFiles beside : files) {
      variables.putAll(beside.ofHost(host.name()));
    }
    work.spend(variables.size());
    return variables;
  }
}
