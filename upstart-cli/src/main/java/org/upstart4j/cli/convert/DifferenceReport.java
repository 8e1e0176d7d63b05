package org.upstart4j.cli.convert;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.systemd.finding.ConversionFinding;

/**
 * Prints in what two units differ, and why.
 *
 * @param out where it goes
 * @param source where the job is from
 * @param job the job
 * @param unit what our unit is called
 * @param theirs what the other one is called
 */
record DifferenceReport(PrintWriter out, Source source, String job, String unit, String theirs) {

  /** Prints them for people. */
  void text(TextReport report, List<UnitDifference> differences) {
    for (UnitDifference difference : differences) {
      out.println(report.paint().strong(Visible.text(difference.setting().toString())));
      values("theirs", difference.theirs());
      values("ours", difference.ours());
      report.reasons(source, difference.reasons());
      if (difference.reasons().isEmpty()) {
        out.println(
            difference.ours().isEmpty() ? "    no stanza asks for it" : "    it is always set");
      }
    }
    out.println(
        Visible.text(theirs)
            + " and "
            + Visible.text(unit)
            + " of "
            + Visible.text(job)
            + ": "
            + (differences.isEmpty()
                ? "no difference"
                : Counts.of(differences.size(), "setting")
                    + " differ"
                    + (differences.size() == 1 ? "s" : "")));
  }

  private void values(String whose, List<String> values) {
    if (values.isEmpty()) {
      out.println("    " + whose + ": not set");
    }
    values.forEach(value -> out.println("    " + whose + ": " + Visible.text(value)));
  }

  /** Prints them for programs, an object each. */
  void json(List<UnitDifference> differences) throws IOException {
    for (UnitDifference difference : differences) {
      JsonLine.write(out, json -> members(json, difference));
    }
  }

  private void members(JsonLine json, UnitDifference difference) {
    json.member("job", job)
        .member("unit", unit)
        .member("section", difference.setting().section())
        .member("directive", difference.setting().key())
        .array("theirs", difference.theirs(), value -> value)
        .array("ours", difference.ours(), value -> value)
        .objects("reasons", difference.reasons(), this::reason);
  }

  private void reason(JsonLine json, ConversionFinding finding) {
    @Nullable Integer line = finding.isImplicit() ? null : finding.span().line();
    json.member("file", source.label(finding.file()))
        .member("line", line)
        .member("stanza", finding.isImplicit() ? null : finding.stanza())
        .member("level", finding.level().word())
        .member("code", finding.code().word())
        .member("reason", finding.reason())
        .member("remedy", finding.remedy().orElse(null));
  }
}
