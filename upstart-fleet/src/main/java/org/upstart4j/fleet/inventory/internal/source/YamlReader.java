package org.upstart4j.fleet.inventory.internal.source;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upstart4j.fleet.inventory.internal.model.Group;
import org.upstart4j.fleet.inventory.internal.model.Groups;
import org.upstart4j.fleet.inventory.internal.text.Blanks;
import org.upstart4j.fleet.inventory.internal.text.Fault;
import org.upstart4j.fleet.inventory.internal.text.Keys;
import org.upstart4j.fleet.inventory.internal.text.Place;
import org.upstart4j.fleet.inventory.internal.tree.Node;
import org.upstart4j.fleet.inventory.internal.tree.Unsafe;

/** Reads Ansible's inventories in YAML: groups with hosts, variables, and groups in them. */
final class YamlReader {

  private static final List<String> SECTIONS = List.of("vars", "children", "hosts");

  private final Place file;
  private final Groups groups;

  private YamlReader(Place file, Groups groups) {
    this.file = file;
    this.groups = groups;
  }

  /**
   * Adds what a file says.
   *
   * @throws Fault where Ansible rejects it
   */
  static void read(Node.Mapping top, Place file, Groups groups) throws Fault {
    Node plugin = top.get("plugin");
    if (plugin != null && !plugin.isFalse()) {
      throw new Fault(
          file.at(plugin.line()),
          "this is the configuration of the inventory plugin "
              + plugin.value()
              + ", and nothing here runs it; give what ansible-inventory -i FILE --list prints");
    }
    YamlReader reader = new YamlReader(file, groups);
    for (Map.Entry<@Nullable Object, Node> entry : top.entries().entrySet()) {
      reader.group(entry.getKey(), entry.getValue());
    }
  }

  /** Reads a group; what is no mapping is skipped, as Ansible does with a warning. */
  private void group(@Nullable Object name, Node node) throws Fault {
    boolean empty = node.value() == null;
    if (!empty && !(node instanceof Node.Mapping)) {
      return;
    }
    if (!(name instanceof String text)) {
      throw new Fault(
          place(node), "the name of a group is a text; put " + Keys.name(name) + " into quotes");
    }
    Group group = groups.addGroup(text, place(node));
    if (node instanceof Node.Mapping mapping) {
      for (String section : SECTIONS) {
        check(section, mapping.get(section), group);
      }
      for (Map.Entry<@Nullable Object, Node> entry : mapping.entries().entrySet()) {
        section(entry.getKey(), entry.getValue(), group);
      }
    }
  }

  private void check(String section, @Nullable Node node, Group group) throws Fault {
    if (node != null
        && !(node instanceof Node.Mapping)
        && node.value() != null
        && text(node) == null) {
      throw new Fault(
          place(node),
          section
              + " of the group \""
              + group.name()
              + "\" is "
              + node.kind()
              + "; write a mapping: a name and a colon in each line");
    }
  }

  private void section(@Nullable Object section, Node node, Group group) throws Fault {
    Map<@Nullable Object, Node> entries;
    String text = text(node);
    if (node instanceof Node.Mapping mapping) {
      entries = mapping.entries();
    } else if (text != null) {
      entries = Map.of(text, new Node.Scalar(node.line(), null));
    } else {
      return;
    }
    for (Map.Entry<@Nullable Object, Node> entry : entries.entrySet()) {
      if ("vars".equals(section)) {
        Node value = entry.getValue();
        groups.set(group.name(), Keys.name(entry.getKey()), value.value(), place(value));
      } else if ("children".equals(section)) {
        group(entry.getKey(), entry.getValue());
        groups.addChild(group, Keys.name(entry.getKey()), place(entry.getValue()));
      } else if ("hosts".equals(section)) {
        hosts(entry.getKey(), entry.getValue(), group);
      }
    }
  }

  private void hosts(@Nullable Object word, Node node, Group group) throws Fault {
    if (!(word instanceof String text)) {
      throw new Fault(
          place(node), "the name of a host is a text; put " + Keys.name(word) + " into quotes");
    }
    HostNames hosts = HostNames.of(text, place(node));
    boolean variables = node instanceof Node.Mapping;
    if (!variables && !node.isFalse()) {
      throw new Fault(
          place(node),
          "the host \""
              + Blanks.strip(text)
              + "\" has "
              + node.kind()
              + " after it; write its variables as a mapping");
    }
    for (String host : hosts.names()) {
      groups.addHost(host, group, hosts.port(), place(node));
      if (node instanceof Node.Mapping mapping) {
        groups.effort().spend(mapping.entries().size());
        for (Map.Entry<@Nullable Object, Node> entry : mapping.entries().entrySet()) {
          Node value = entry.getValue();
          groups.set(host, Keys.name(entry.getKey()), value.value(), place(value));
        }
      }
    }
  }

  private static @Nullable String text(Node node) {
    Object value = node.value();
    return value instanceof String || value instanceof Unsafe ? value.toString() : null;
  }

  private Place place(Node node) {
    return file.at(node.line());
  }
}
