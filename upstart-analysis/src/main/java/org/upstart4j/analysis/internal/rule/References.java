package org.upstart4j.analysis.internal.rule;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The variables that a text refers to, as Upstart expands it. */
final class References {

  /** {@code $NAME} and {@code ${NAME}}; with a default, the variable may be missing. */
  private static final Pattern REQUIRED =
      Pattern.compile("\\$(?:([A-Za-z_][A-Za-z0-9_]*)|\\{([^}:+\\-]+)})");

  private References() {}

  /** The variables without which the text cannot be expanded. */
  static List<String> required(String text) {
    return REQUIRED.matcher(text).results().map(References::name).distinct().toList();
  }

  private static String name(MatchResult found) {
    return found.group(1) == null ? found.group(2) : found.group(1);
  }
}
