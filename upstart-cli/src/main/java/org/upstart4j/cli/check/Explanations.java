package org.upstart4j.cli.check;

import java.util.SortedMap;
import org.upstart4j.analysis.finding.Explanation;
import org.upstart4j.analysis.finding.Rule;

/** Writes what there is to know about rules as Markdown. */
final class Explanations {

  private Explanations() {}

  static String markdown(Rule rule) {
    return markdown(rule.explanation());
  }

  private static String markdown(Explanation explanation) {
    StringBuilder page = new StringBuilder(explanation.text().strip());
    page.append("\n\nMatters for: ").append(explanation.since());
    page.append(". Fix: ").append(fix(explanation)).append(".\n");
    example(page, "Wrong (for " + explanation.target() + "):", explanation.wrong());
    example(page, "Right:", explanation.right());
    return page.toString();
  }

  /** The word for the fixes that a rule offers. */
  static String fix(Explanation explanation) {
    return switch (explanation.fix()) {
      case NONE -> "none";
      case SAFE -> "safe";
      case UNSAFE -> "unsafe";
    };
  }

  private static void example(StringBuilder page, String title, SortedMap<String, String> files) {
    page.append("\n").append(title).append("\n");
    files.forEach(
        (file, text) ->
            page.append("\n`").append(file).append("`:\n\n```\n").append(text).append("```\n"));
  }
}
