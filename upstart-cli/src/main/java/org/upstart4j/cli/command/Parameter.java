package org.upstart4j.cli.command;

import java.util.List;

/**
 * A word that a command takes, or the words from a place on.
 *
 * @param label what it is called in the help
 * @param help what it is, or an empty text where the label says so
 * @param required whether there must be one
 * @param repeated whether there may be more
 * @param words what a shell proposes
 */
public record Parameter(
    String label, String help, boolean required, boolean repeated, List<String> words) {

  /** A word that there must be. */
  public static Parameter one(String label, String help) {
    return new Parameter(label, help, true, false, List.of());
  }

  /** A word that may be left out. */
  public static Parameter optional(String label, String help) {
    return new Parameter(label, help, false, false, List.of());
  }

  /** One word or more. */
  public static Parameter some(String label, String help) {
    return new Parameter(label, help, true, true, List.of());
  }

  /** Any number of words. */
  public static Parameter any(String label, String help) {
    return new Parameter(label, help, false, true, List.of());
  }

  /** The same parameter, for which a shell proposes these words. */
  public Parameter oneOf(List<String> proposed) {
    return new Parameter(label, help, required, repeated, proposed);
  }

  /** How it stands in the usage of a command. */
  public String usage() {
    return (required ? label : "[" + label + "]") + (repeated ? "..." : "");
  }
}
