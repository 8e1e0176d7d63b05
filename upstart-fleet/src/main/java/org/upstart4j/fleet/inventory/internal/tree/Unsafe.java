package org.upstart4j.fleet.inventory.internal.tree;

/**
 * A text that Ansible would not evaluate as a template.
 *
 * @param text the text
 */
public record Unsafe(String text) {

  /** The key that stands for it in JSON. */
  public static final String KEY = "__ansible_unsafe";

  @Override
  public String toString() {
    return text;
  }
}
