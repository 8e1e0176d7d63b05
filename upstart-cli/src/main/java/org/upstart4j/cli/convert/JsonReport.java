package org.upstart4j.cli.convert;

import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.systemd.finding.ConversionFinding;
import org.upstart4j.systemd.option.SystemdVersion;

/**
 * Prints for programs what became of jobs, an object for each finding.
 *
 * @param out where it goes
 */
record JsonReport(PrintWriter out) {

  void findings(Converted converted) throws IOException {
    for (ConversionFinding finding : converted.findings()) {
      JsonLine.write(out, json -> members(json, converted.source(), finding));
    }
  }

  private static void members(JsonLine json, Source source, ConversionFinding finding) {
    boolean isSaid = !finding.isImplicit();
    json.member("job", finding.job())
        .member("file", source.label(finding.file()))
        .member("line", ifSaid(isSaid, finding.span().line()))
        .member("start", ifSaid(isSaid, finding.span().start()))
        .member("end", ifSaid(isSaid, finding.span().end()))
        .member("stanza", isSaid ? finding.stanza() : null)
        .member("level", finding.level().word())
        .member("code", finding.code().word())
        .member("unit", finding.unit().orElse(null))
        .member("directive", finding.directive().orElse(null))
        .member("since", finding.since().map(SystemdVersion::number).orElse(null))
        .member("reason", finding.reason())
        .member("remedy", finding.remedy().orElse(null))
        .member("proved", finding.proved());
  }

  private static @Nullable Integer ifSaid(boolean isSaid, int number) {
    return isSaid ? number : null;
  }
}
