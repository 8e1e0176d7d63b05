package org.upstart4j.fleet.inventory;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.upstart4j.fleet.inventory.internal.model.Effort;
import org.upstart4j.fleet.inventory.internal.model.Group;
import org.upstart4j.fleet.inventory.internal.model.Groups;
import org.upstart4j.fleet.inventory.internal.model.Member;
import org.upstart4j.fleet.inventory.internal.pattern.HostPattern;
import org.upstart4j.fleet.inventory.internal.source.Sources;
import org.upstart4j.fleet.inventory.internal.text.Fault;
import org.upstart4j.fleet.inventory.internal.text.Place;
import org.upstart4j.fleet.inventory.internal.tree.JsonOutput;

/** An inventory as {@code ansible-inventory --list} prints it. */
final class Listing {

  /** Variables that Ansible sets itself, and never prints. */
  private static final Set<String> INTERNAL =
      Set.of(
          "ansible_diff_mode",
          "ansible_config_file",
          "ansible_facts",
          "ansible_forks",
          "ansible_inventory_sources",
          "ansible_limit",
          "ansible_playbook_python",
          "ansible_run_tags",
          "ansible_skip_tags",
          "ansible_verbosity",
          "ansible_version",
          "inventory_dir",
          "inventory_file",
          "inventory_hostname",
          "inventory_hostname_short",
          "groups",
          "group_names",
          "omit",
          "playbook_dir");

  private final Sources.Read inventory;
  private final Map<String, Object> listing = new LinkedHashMap<>();
  private final Set<Group> seen = new HashSet<>();

  private Listing(Sources.Read inventory) {
    this.inventory = inventory;
  }

  static String of(Sources.Read inventory) throws Fault {
    Listing printed = new Listing(inventory);
    printed.add(inventory.groups().all());
    printed.listing.put("_meta", Map.of("hostvars", printed.variables()));
    return JsonOutput.of(printed.listing);
  }

  private void add(Group group) {
    Map<String, Object> printed = new LinkedHashMap<>();
    List<String> hosts = group.hosts().stream().map(Member::name).toList();
    if (!hosts.isEmpty() && group != inventory.groups().all()) {
      printed.put("hosts", hosts);
    }
    List<String> children = group.children().stream().map(Group::name).toList();
    if (!children.isEmpty()) {
      printed.put("children", children);
    }
    if (!printed.isEmpty()) {
      listing.put(group.name(), printed);
    }
    for (Group child : group.children()) {
      if (seen.add(child)) {
        add(child);
      }
    }
  }

  private Map<String, Object> variables() throws Fault {
    Map<String, Object> variables = new LinkedHashMap<>();
    Effort effort = new Effort(Place.of(Groups.ALL));
    for (Member host : HostPattern.select(Groups.ALL, inventory.groups())) {
      Map<String, Object> own = new LinkedHashMap<>(inventory.variables().of(host, effort));
      own.keySet().removeAll(INTERNAL);
      if (!own.isEmpty()) {
        variables.put(host.name(), own);
      }
    }
    return variables;
  }
}
