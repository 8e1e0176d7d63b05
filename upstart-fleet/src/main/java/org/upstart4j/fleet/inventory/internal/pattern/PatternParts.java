package org.upstart4j.fleet.inventory.internal.pattern;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.upstart4j.fleet.inventory.internal.source.FileText;
import org.upstart4j.fleet.inventory.internal.text.Blanks;
import org.upstart4j.fleet.inventory.internal.text.Fault;
import org.upstart4j.fleet.inventory.internal.text.HostAddress;
import org.upstart4j.fleet.inventory.internal.text.Place;

/**
 * Cuts a pattern into its parts: at commas if there are any, otherwise at colons, unless the whole
 * is one address. {@code @FILE} stands for the lines of a file.
 */
final class PatternParts {

  private PatternParts() {}

  /**
   * {@return the parts: those that add hosts, then those with {@code &}, then those with {@code !}}
   *
   * @throws Fault if a file can't be read
   */
  static List<String> ordered(String pattern, Place place) throws Fault {
    List<String> regular = new ArrayList<>();
    List<String> common = new ArrayList<>();
    List<String> without = new ArrayList<>();
    for (String part : parts(pattern, place)) {
      (part.startsWith("!") ? without : part.startsWith("&") ? common : regular).add(part);
    }
    if (regular.isEmpty() && !(common.isEmpty() && without.isEmpty())) {
      regular.add("all");
    }
    regular.addAll(common);
    regular.addAll(without);
    return regular;
  }

  private static List<String> parts(String pattern, Place place) throws Fault {
    List<String> parts = new ArrayList<>();
    for (String word : cut(pattern)) {
      String part = Blanks.strip(word);
      if (part.startsWith("@")) {
        parts.addAll(lines(part.substring(1), place));
      } else if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return parts;
  }

  private static List<String> cut(String pattern) {
    if (pattern.indexOf(',') >= 0) {
      return List.of(pattern.split(",", -1));
    }
    return HostAddress.of(pattern).isPresent() ? List.of(pattern) : colons(pattern);
  }

  /** Cuts at colons and blanks that are not in brackets; a bracket alone is dropped. */
  private static List<String> colons(String pattern) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int at = 0; at < pattern.length(); at++) {
      char next = pattern.charAt(at);
      int close = next == '[' ? pattern.indexOf(']', at) : -1;
      if (close > 0) {
        part.append(pattern, at, close + 1);
        at = close;
      } else if (":[]".indexOf(next) >= 0 || Blanks.isBlank(next)) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(next);
      }
    }
    parts.add(part.toString());
    return parts;
  }

  private static List<String> lines(String name, Place place) throws Fault {
    Path path;
    try {
      path = Path.of(name);
    } catch (InvalidPathException wrong) {
      throw new Fault(place, "after @ there is the path of a file: " + wrong.getReason());
    }
    List<String> lines = new ArrayList<>();
    for (String line : FileText.read(path).wellFormed().split("\n", -1)) {
      String part = Blanks.strip(line);
      if (!part.isEmpty()) {
        lines.add(part);
      }
    }
    return lines;
  }
}
