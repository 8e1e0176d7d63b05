package org.upstart4j.fleet.inventory.internal.tree;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Marks all texts within a list or a mapping as unsafe. */
final class Unsafes {

  private Unsafes() {}

  static Node within(Node node) {
    if (node instanceof Node.Items items) {
      return new Node.Items(items.line(), items.items().stream().map(Unsafes::within).toList());
    }
    if (node instanceof Node.Mapping mapping) {
      Map<@Nullable Object, Node> entries = new LinkedHashMap<>();
      mapping.entries().forEach((key, value) -> entries.put(key, within(value)));
      return new Node.Mapping(mapping.line(), entries);
    }
    return node.value() instanceof String text
        ? new Node.Scalar(node.line(), new Unsafe(text))
        : node;
  }
}
