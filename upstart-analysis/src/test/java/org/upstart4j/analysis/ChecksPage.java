package org.upstart4j.analysis;

import java.util.List;
import java.util.SortedMap;
import org.upstart4j.analysis.finding.Explanation;
import org.upstart4j.analysis.finding.Rule;

/** Writes docs/checks.md from what the code knows of its rules. */
final class ChecksPage {

  private static final String HEAD =
      """
      # Checks

      What `upstart check` looks for in job files. Each rule has a name, which stands in options,
      configuration and comments, and a severity, which can be changed for each. `upstart check
      --explain RULE` prints the same text. [check-precision.md](check-precision.md) says how often
      each rule is right on real job files. This page is made from the code: see `ChecksPageTest`.

      """;

  private ChecksPage() {}

  static String text() {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("| rule | finds | default | fix |\n| --- | --- | --- | --- |\n");
    rules().forEach(rule -> page.append(row(rule)));
    rules().forEach(rule -> page.append('\n').append(section(rule)));
    return page.toString();
  }

  private static List<Rule> rules() {
    return List.of(Rule.values());
  }

  private static String row(Rule rule) {
    return "| [%s](#%s) | %s | %s | %s |\n"
        .formatted(rule, rule, rule.title(), rule.severity(), fix(rule));
  }

  private static String fix(Rule rule) {
    return switch (rule.explanation().fix()) {
      case NONE -> "no";
      case SAFE -> "safe";
      case UNSAFE -> "unsafe";
    };
  }

  private static String section(Rule rule) {
    Explanation page = rule.explanation();
    return """
        ## %s

        %s. Default: %s. Matters for: %s. Fix: %s.

        %s

        Wrong (for `%s`):

        %s
        Right:

        %s"""
        .formatted(
            rule,
            rule.title(),
            rule.severity(),
            page.since(),
            fix(rule),
            page.text(),
            page.target(),
            files(page.wrong()),
            files(page.right()));
  }

  private static String files(SortedMap<String, String> files) {
    StringBuilder text = new StringBuilder();
    boolean several = files.size() > 1 || !files.containsKey("shop.conf");
    files.forEach(
        (path, content) -> {
          text.append(several ? "`%s`:\n\n".formatted(path) : "");
          text.append("```\n").append(content).append("```\n");
        });
    return text.toString();
  }
}
