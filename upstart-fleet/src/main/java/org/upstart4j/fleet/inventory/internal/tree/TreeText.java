package org.upstart4j.fleet.inventory.internal.tree;

import java.util.Optional;
import org.upstart4j.fleet.inventory.internal.text.Fault;
import org.upstart4j.fleet.inventory.internal.text.Place;

/** Reads a text that is JSON or YAML: as JSON if it is that, as Ansible does. */
public final class TreeText {

  private TreeText() {}

  /**
   * {@return the tree, or nothing if the text is empty}
   *
   * @throws Fault if it is neither, or larger or deeper than is read
   */
  public static Optional<Node> read(String text, Place place) throws Fault {
    Optional<Node> json = JsonText.read(text);
    return json.isPresent() ? json : YamlText.read(text, place);
  }
}
