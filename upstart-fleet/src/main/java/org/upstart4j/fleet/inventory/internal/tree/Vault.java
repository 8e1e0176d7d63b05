package org.upstart4j.fleet.inventory.internal.tree;

/**
 * A value that Ansible's vault has encrypted; nothing here decrypts it.
 *
 * @param text the encrypted text
 */
public record Vault(String text) {

  /** The key that stands for it in JSON. */
  public static final String KEY = "__ansible_vault";
}
