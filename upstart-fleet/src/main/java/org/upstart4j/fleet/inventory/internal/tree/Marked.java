package org.upstart4j.fleet.inventory.internal.tree;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mappings of JSON that stand for one value, as Ansible writes encrypted and unsafe texts. */
final class Marked {

  private Marked() {}

  static Node mapping(int line, Map<@Nullable Object, Node> entries) {
    for (Map.Entry<@Nullable Object, Node> entry : entries.entrySet()) {
      if (entry.getValue().value() instanceof String text) {
        if (Vault.KEY.equals(entry.getKey())) {
          return new Node.Scalar(line, new Vault(text));
        }
        if (Unsafe.KEY.equals(entry.getKey())) {
          return new Node.Scalar(line, new Unsafe(text));
        }
      }
    }
    return new Node.Mapping(line, entries);
  }
}
