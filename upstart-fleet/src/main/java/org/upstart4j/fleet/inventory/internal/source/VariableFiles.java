package org.upstart4j.fleet.inventory.internal.source;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upstart4j.fleet.inventory.internal.model.Groups;
import org.upstart4j.fleet.inventory.internal.text.Fault;

/** What the folders {@code group_vars} and {@code host_vars} beside an inventory say. */
final class VariableFiles {

  private final Map<String, Map<String, @Nullable Object>> groups;
  private final Map<String, Map<String, @Nullable Object>> hosts;

  private VariableFiles(
      Map<String, Map<String, @Nullable Object>> groups,
      Map<String, Map<String, @Nullable Object>> hosts) {
    this.groups = groups;
    this.hosts = hosts;
  }

  /**
   * {@return what they say of the groups and hosts that there are}
   *
   * @throws Fault if a file can't be read
   */
  static VariableFiles beside(Folder folder, Groups known) throws Fault {
    List<String> groups = new ArrayList<>();
    known.groups().forEach(group -> groups.add(group.name()));
    List<String> hosts = new ArrayList<>();
    known.hosts().forEach(host -> hosts.add(host.name()));
    return new VariableFiles(read(folder, "group_vars", groups), read(folder, "host_vars", hosts));
  }

  private static Map<String, Map<String, @Nullable Object>> read(
      Folder beside, String name, List<String> owners) throws Fault {
    Map<String, Map<String, @Nullable Object>> variables = new HashMap<>();
    if (Files.isDirectory(beside.path().resolve(name))) {
      VariableFolder folder = VariableFolder.of(beside.within(name));
      for (String owner : owners) {
        Map<String, @Nullable Object> own = folder.read(owner);
        if (!own.isEmpty()) {
          variables.put(owner, own);
        }
      }
    }
    return variables;
  }

  /** {@return the variables of a group} */
  Map<String, @Nullable Object> ofGroup(String name) {
    return groups.getOrDefault(name, Map.of());
  }

  /** {@return the variables of a host} */
  Map<String, @Nullable Object> ofHost(String name) {
    return hosts.getOrDefault(name, Map.of());
  }
}
