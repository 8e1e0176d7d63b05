package org.upstart4j.simulation.scenario;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upstart4j.Environment;

/**
 * The variables of a process, for the words of the commands that it runs.
 *
 * @param environment the variables
 */
record ProcessVariables(Environment environment) {

  private static final Pattern NAME =
      Pattern.compile("\\$(?:([A-Za-z_][A-Za-z0-9_]*)|\\{([A-Za-z_][A-Za-z0-9_]*)\\})");

  /**
   * Puts values in the place of {@code $NAME} and <code>${NAME}</code>; an unknown one is empty.
   */
  String expand(String word) {
    return NAME.matcher(word).replaceAll(this::value);
  }

  private String value(MatchResult found) {
    String name = found.group(1) == null ? found.group(2) : found.group(1);
    return Matcher.quoteReplacement(environment.get(name).orElse(""));
  }
}
