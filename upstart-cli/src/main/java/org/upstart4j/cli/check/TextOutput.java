package org.upstart4j.cli.check;

import java.io.PrintWriter;
import java.util.List;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.finding.Fix;
import org.upstart4j.analysis.finding.Severity;
import org.upstart4j.cli.command.TextWrap;
import org.upstart4j.cli.terminal.CliConsole;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.cli.terminal.Visible;

/**
 * Prints findings for people.
 *
 * @param console tells whether the reader has gone away
 * @param out where they go
 * @param paint how they look
 * @param scope the targets of the check
 * @param columns how wide the text may be
 * @param quiet whether there is no summary
 */
record TextOutput(
    CliConsole console, PrintWriter out, Paint paint, Scope scope, int columns, boolean quiet)
    implements Output {

  private static final String INDENT = "      ";

  @Override
  public void add(Subject subject, List<Found> found) {
    for (Found one : found) {
      if (console.isAbandoned()) {
        return;
      }
      print(subject, one);
    }
  }

  private void print(Subject subject, Found found) {
    Finding finding = found.finding();
    Severity severity = finding.severity();
    out.println(
        paint.strong(place(subject, finding) + ":")
            + " "
            + paint(severity, severity + ":")
            + " "
            + Visible.text(finding.message())
            + " "
            + paint.place("[" + finding.rule() + "]"));
    subject.text(finding.file()).ifPresent(text -> excerpt(text.excerpt(finding.span()), severity));
    remark(finding.reason());
    scope.text(found).ifPresent(text -> remark(sentence(text)));
    finding.fix().ifPresent(fix -> remark(fix(fix)));
  }

  /** A file that is not read has no lines. */
  private static String place(Subject subject, Finding finding) {
    String label = Visible.text(subject.label(finding.file()));
    return subject.text(finding.file()).isPresent() ? label + ":" + finding.span() : label;
  }

  private void excerpt(String excerpt, Severity severity) {
    String text = Visible.lines(excerpt);
    int caret = text.indexOf('^', text.lastIndexOf('\n'));
    out.println(text.substring(0, caret) + paint(severity, text.substring(caret)));
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }

  private static String fix(Fix fix) {
    return (fix.safe() ? "Fix: " : "Fix (unsafe): ") + fix.title();
  }

  private void remark(String text) {
    if (!text.isEmpty()) {
      TextWrap.indented(Visible.text(text), INDENT, columns).forEach(out::println);
    }
  }

  private String paint(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> paint.bad(text);
      case WARNING -> paint.doubtful(text);
      case INFO, OFF -> paint.remark(text);
    };
  }

  @Override
  public void finish(Tally tally) {
    if (quiet) {
      return;
    }
    out.println(tally.isWell() ? paint.good(tally.summary()) : paint.bad(tally.summary()));
    if (!tally.fixes().isEmpty()) {
      out.println(tally.fixes());
    }
  }
}
