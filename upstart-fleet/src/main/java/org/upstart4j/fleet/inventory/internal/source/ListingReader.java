package org.upstart4j.fleet.inventory.internal.source;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.upstart4j.fleet.inventory.internal.model.Group;
import org.upstart4j.fleet.inventory.internal.model.Groups;
import org.upstart4j.fleet.inventory.internal.text.Fault;
import org.upstart4j.fleet.inventory.internal.text.Keys;
import org.upstart4j.fleet.inventory.internal.text.Place;
import org.upstart4j.fleet.inventory.internal.tree.Node;

/** Reads what a dynamic inventory prints for {@code --list}, with and without {@code _meta}. */
final class ListingReader {

  private static final String META = "_meta";

  private final Place file;
  private final Groups groups;
  private final Set<String> hosts = new LinkedHashSet<>();

  private ListingReader(Place file, Groups groups) {
    this.file = file;
    this.groups = groups;
  }

  /**
   * {@return whether a file is such a listing, and no inventory: it has {@code _meta}, or a list
   * where an inventory has a mapping}
   */
  static boolean isListing(Node.Mapping top) {
    if (top.get(META) != null) {
      return true;
    }
    for (Node group : top.entries().values()) {
      if (group instanceof Node.Items
          || (group instanceof Node.Mapping mapping
              && (mapping.get("hosts") instanceof Node.Items
                  || mapping.get("children") instanceof Node.Items))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Adds what a listing says.
   *
   * @throws Fault where Ansible rejects it
   */
  static void read(Node.Mapping top, Place file, Groups groups) throws Fault {
    ListingReader reader = new ListingReader(file, groups);
    Map<@Nullable Object, Node> entries = new LinkedHashMap<>(top.entries());
    Node meta = entries.remove(META);
    for (Map.Entry<@Nullable Object, Node> entry : entries.entrySet()) {
      reader.group(text(entry.getKey(), entry.getValue(), file), entry.getValue());
    }
    reader.variables(meta);
  }

  private void group(String name, Node node) throws Fault {
    Group group = groups.addGroup(name, place(node));
    if (!(node instanceof Node.Mapping mapping)) {
      hosts(group, node);
      return;
    }
    Node members = mapping.get("hosts");
    Node variables = mapping.get("vars");
    Node children = mapping.get("children");
    if (members == null && variables == null && children == null) {
      // The short form: a host with its variables, in a group of its name.
      host(name, group, node);
      variables(group, mapping);
      return;
    }
    if (members != null) {
      hosts(group, members);
    }
    if (variables != null) {
      variables(group, variables);
    }
    if (children != null) {
      children(group, children);
    }
  }

  private void hosts(Group group, Node node) throws Fault {
    for (Node host : items(node, "the hosts of the group \"" + group.name() + "\"")) {
      host(text(host.value(), host, file), group, host);
    }
  }

  private void host(String name, Group group, Node node) throws Fault {
    hosts.add(name);
    groups.addHost(name, group, null, place(node));
  }

  private void variables(Group group, Node node) throws Fault {
    set(group.name(), mapping(node, "the variables of the group \"" + group.name() + "\""));
  }

  private void children(Group group, Node node) throws Fault {
    for (Node child : items(node, "the children of the group \"" + group.name() + "\"")) {
      String name = text(child.value(), child, file);
      groups.addGroup(name, place(child));
      groups.addChild(group, name, place(child));
    }
  }

  /** Sets the variables of the hosts that a group has named; others are no hosts. */
  private void variables(@Nullable Node meta) throws Fault {
    if (meta == null) {
      return;
    }
    Node all = mapping(meta, META).get("hostvars");
    if (all == null) {
      return;
    }
    Node.Mapping variables = mapping(all, "hostvars");
    for (String host : hosts) {
      Node own = variables.get(host);
      if (own != null) {
        set(host, mapping(own, "the variables of the host \"" + host + "\""));
      }
    }
  }

  private void set(String owner, Node.Mapping variables) throws Fault {
    for (Map.Entry<@Nullable Object, Node> entry : variables.entries().entrySet()) {
      Node value = entry.getValue();
      groups.set(owner, Keys.name(entry.getKey()), value.value(), place(value));
    }
  }

  private List<Node> items(Node node, String what) throws Fault {
    if (node instanceof Node.Items items) {
      return items.items();
    }
    throw new Fault(place(node), what + " are " + node.kind() + "; they must be a list");
  }

  private Node.Mapping mapping(Node node, String what) throws Fault {
    if (node instanceof Node.Mapping mapping) {
      return mapping;
    }
    throw new Fault(place(node), what + " must be a mapping, not " + node.kind());
  }

  private static String text(@Nullable Object value, Node node, Place file) throws Fault {
    if (value instanceof String text) {
      return text;
    }
    throw new Fault(
        file.at(node.line()), "a name is a text; put " + Keys.name(value) + " into quotes");
  }

  private Place place(Node node) {
    return file.at(node.line());
  }
}
