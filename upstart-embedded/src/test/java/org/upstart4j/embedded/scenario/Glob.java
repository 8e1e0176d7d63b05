package org.upstart4j.embedded.scenario;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A shell's pattern, in which {@code *} matches slashes too. */
final class Glob {

  private static final Pattern PARTS = Pattern.compile("\\*|\\?|\\[([!^]?)(\\]?[^\\]]*)\\]|\\\\?.");

  private final Pattern pattern;

  Glob(String text) {
    this.pattern = Pattern.compile(PARTS.matcher(text).replaceAll(Glob::regex), Pattern.DOTALL);
  }

  private static String regex(java.util.regex.MatchResult part) {
    String text = part.group();
    String regex;
    if (text.equals("*")) {
      regex = ".*";
    } else if (text.equals("?")) {
      regex = ".";
    } else if (part.group(2) != null) {
      regex = "[" + (part.group(1).isEmpty() ? "" : "^") + escape(part.group(2)) + "]";
    } else {
      regex = Pattern.quote(text.substring(text.length() - 1));
    }
    return Matcher.quoteReplacement(regex);
  }

  private static String escape(String set) {
    return set.replaceAll("[\\[\\]&^\\\\]", "\\\\$0");
  }

  boolean matches(String text) {
    return pattern.matcher(text).matches();
  }
}
