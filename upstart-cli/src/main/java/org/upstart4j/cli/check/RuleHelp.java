package org.upstart4j.cli.check;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.cli.terminal.Paint;

/** Explains rules, or lists them. */
final class RuleHelp {

  private static final int COLUMN = 26;

  private RuleHelp() {}

  /** Prints what is asked for; returns the exit status. */
  static int print(Invocation call) throws IOException {
    Format format = Format.of(call);
    if (format != Format.TEXT && format != Format.JSON) {
      throw new Misuse("--explain prints text or json");
    }
    List<Rule> rules =
        call.arguments().words().stream().map(SettingsReader::rule).distinct().toList();
    for (Rule rule : rules.isEmpty() ? Arrays.asList(Rule.values()) : rules) {
      if (format == Format.JSON) {
        JsonLine.write(call.out(), json -> describe(json, rule));
      } else if (rules.isEmpty()) {
        row(call.out(), call.console().paint(), rule);
      } else {
        page(call.out(), call.console().paint(), rule);
      }
    }
    return 0;
  }

  private static void row(PrintWriter out, Paint paint, Rule rule) {
    String blanks = " ".repeat(COLUMN - rule.id().length());
    String severity = rule.severity().text();
    out.println(
        paint.strong(rule.id())
            + blanks
            + severity
            + " ".repeat(9 - severity.length())
            + rule.title());
  }

  private static void page(PrintWriter out, Paint paint, Rule rule) {
    out.println(paint.strong(rule.id()) + " (" + rule.severity() + "): " + rule.title());
    out.println();
    out.println(Explanations.markdown(rule));
  }

  private static void describe(JsonLine json, Rule rule) {
    json.member("rule", rule.id());
    json.member("severity", rule.severity().text());
    json.member("title", rule.title());
    json.member("explanation", Explanations.markdown(rule));
  }
}
