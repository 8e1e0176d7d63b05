package org.upstart4j.fleet.inventory.internal.pattern;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of a shell, as Python's {@code fnmatch} reads it: {@code *}, {@code ?}, {@code [a-c]},
 * {@code [!abc]}. It never goes back further than to its last asterisk.
 */
final class Glob {

  private final List<Part> parts = new ArrayList<>();

  private Glob() {}

  /** One character, or any number of any characters. */
  private sealed interface Part {

    record Any() implements Part {}

    record Many() implements Part {}

    record One(char character) implements Part {}

    record Set(String ranges, boolean negative) implements Part {

      boolean has(char character) {
        boolean within = false;
        for (int i = 0; i < ranges.length(); i += 2) {
          within |= character >= ranges.charAt(i) && character <= ranges.charAt(i + 1);
        }
        return within != negative;
      }
    }
  }

  static Glob of(String pattern) {
    Glob glob = new Glob();
    int at = 0;
    while (at < pattern.length()) {
      char next = pattern.charAt(at);
      int close = next == '[' ? close(pattern, at) : -1;
      if (close > 0) {
        glob.parts.add(set(pattern.substring(at + 1, close)));
        at = close;
      } else {
        glob.parts.add(
            next == '*' ? new Part.Many() : next == '?' ? new Part.Any() : new Part.One(next));
      }
      at++;
    }
    return glob;
  }

  /** A closing bracket right after the opening one, or after its !, is one of the characters. */
  private static int close(String pattern, int open) {
    int start = open + (pattern.startsWith("!", open + 1) ? 2 : 1);
    return pattern.indexOf(']', start + 1);
  }

  private static Part set(String text) {
    boolean negative = text.startsWith("!");
    String characters = negative ? text.substring(1) : text;
    StringBuilder ranges = new StringBuilder();
    for (int i = 0; i < characters.length(); i++) {
      boolean range = i + 2 < characters.length() && characters.charAt(i + 1) == '-';
      ranges.append(characters.charAt(i)).append(characters.charAt(range ? i + 2 : i));
      i += range ? 2 : 0;
    }
    return new Part.Set(ranges.toString(), negative);
  }

  boolean matches(String text) {
    int part = 0;
    int at = 0;
    int many = -1;
    int manyAt = 0;
    while (at < text.length()) {
      if (part < parts.size() && parts.get(part) instanceof Part.Many) {
        many = part++;
        manyAt = at;
      } else if (part < parts.size() && fits(parts.get(part), text.charAt(at))) {
        part++;
        at++;
      } else if (many >= 0) {
        part = many + 1;
        at = ++manyAt;
      } else {
        return false;
      }
    }
    while (part < parts.size() && parts.get(part) instanceof Part.Many) {
      part++;
    }
    return part == parts.size();
  }

  private static boolean fits(Part part, char character) {
    return part instanceof Part.Any
        || (part instanceof Part.One one && one.character() == character)
        || (part instanceof Part.Set set && set.has(character));
  }
}
