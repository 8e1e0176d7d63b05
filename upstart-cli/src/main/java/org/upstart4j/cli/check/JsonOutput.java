package org.upstart4j.cli.check;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.finding.Fix;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.finding.TextEdit;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.cli.terminal.CliConsole;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.jobfile.SourceSpan;

/**
 * Prints a JSON object per finding, each on one line.
 *
 * @param console tells whether the reader has gone away
 * @param out where they go
 * @param scope the targets of the check
 */
record JsonOutput(CliConsole console, PrintWriter out, Scope scope) implements Output {

  private static final String NOT_READ = "NOT_READ";

  @Override
  public void add(Subject subject, List<Found> found) throws IOException {
    for (Found one : found) {
      if (console.isAbandoned()) {
        return;
      }
      JsonLine.write(out, json -> describe(json, subject, one));
    }
  }

  private void describe(JsonLine json, Subject subject, Found found) {
    Finding finding = found.finding();
    json.member("file", subject.label(finding.file()));
    place(json, finding.span());
    json.member("code", code(finding));
    json.member("message", finding.message());
    finding.problem().ifPresent(problem -> json.member("upstart_line", problem.upstartLine()));
    json.member("rule", finding.rule().id());
    json.member("severity", finding.severity().text());
    json.member("reason", finding.reason());
    if (!scope.isSingle()) {
      json.array("for", found.targets(), Target::name);
    }
    finding.fix().ifPresent(fix -> fix(json.name("fix"), subject, fix));
  }

  /** For what Upstart rejects a file for, the name that Upstart has for it. */
  private static String code(Finding finding) {
    return finding.rule() == Rule.NEVER_READ
        ? NOT_READ
        : finding
            .problem()
            .map(problem -> problem.fault().code())
            .orElseGet(() -> finding.rule().name());
  }

  private static void place(JsonLine json, SourceSpan span) {
    json.member("line", span.line()).member("column", span.column());
    json.member("start", span.start()).member("end", span.end());
  }

  private static void fix(JsonLine json, Subject subject, Fix fix) {
    json.object(
        members -> {
          members.member("title", fix.title()).member("safe", fix.safe());
          members.objects("edits", fix.edits(), (edit, one) -> edit(edit, subject, one));
        });
  }

  private static void edit(JsonLine json, Subject subject, TextEdit edit) {
    json.member("file", subject.label(edit.file()));
    place(json, edit.span());
    json.member("replacement", edit.replacement());
  }

  @Override
  public void finish(Tally tally) {
    // the objects are all
  }
}
