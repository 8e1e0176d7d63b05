package org.upstart4j.fleet.inventory.internal.pattern;

import java.util.Optional;
import org.upstart4j.fleet.inventory.internal.text.Fault;
import org.upstart4j.fleet.inventory.internal.text.Place;

/**
 * Which names are meant: one, those that fit to a glob, or those that a regular expression fits.
 */
final class NamePattern {

  private final String text;
  private final Matching matching;

  private NamePattern(String text, Matching matching) {
    this.text = text;
    this.matching = matching;
  }

  @FunctionalInterface
  private interface Matching {
    boolean matches(String name) throws Fault;
  }

  static NamePattern of(String text, Place place) throws Fault {
    return text.startsWith("~")
        ? new NamePattern(text, BoundedRegex.of(text.substring(1), place)::matches)
        : new NamePattern(text, Glob.of(text)::matches);
  }

  /** {@return the only name that is meant, if it is no pattern} */
  Optional<String> name() {
    boolean glob = text.chars().anyMatch(character -> "*?[".indexOf(character) >= 0);
    return glob || text.startsWith("~") ? Optional.empty() : Optional.of(text);
  }

  /** {@return whether hosts are looked at even if a group fits; to Ansible a dot is a pattern} */
  boolean isPattern() {
    return name().isEmpty() || text.indexOf('.') >= 0;
  }

  boolean matches(String name) throws Fault {
    return matching.matches(name);
  }
}
