package org.upstart4j.cli.check;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.finding.Severity;
import org.upstart4j.cli.terminal.CliConsole;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.SourceSpan;

/**
 * Prints workflow commands, which GitHub shows beside the lines that they are about.
 *
 * @param console tells whether the reader has gone away
 * @param out where they go
 * @param scope the targets of the check
 */
record GithubOutput(CliConsole console, PrintWriter out, Scope scope) implements Output {

  @Override
  public void add(Subject subject, List<Found> found) {
    for (Found one : found) {
      if (console.isAbandoned()) {
        return;
      }
      out.println(command(subject, one));
    }
  }

  private String command(Subject subject, Found found) {
    Finding finding = found.finding();
    SourceSpan span = finding.span();
    int endLine = endLine(subject.text(finding.file()), span);
    StringBuilder command = new StringBuilder("::").append(word(finding.severity()));
    command.append(" file=").append(property(subject.label(finding.file())));
    command.append(",line=").append(span.line()).append(",endLine=").append(endLine);
    // GitHub takes columns only within one line
    if (endLine == span.line()) {
      command.append(",col=").append(span.column());
    }
    command.append(",title=").append(property(finding.rule().id()));
    return command.append("::").append(data(text(found))).toString();
  }

  private String text(Found found) {
    Finding finding = found.finding();
    String reason = finding.reason().isEmpty() ? "" : "\n" + finding.reason();
    return finding.message() + scope.text(found).map(text -> " (" + text + ")").orElse("") + reason;
  }

  private static int endLine(Optional<JobFile> text, SourceSpan span) {
    return text.isEmpty() || span.end() <= span.start()
        ? span.line()
        : text.get().span(span.end() - 1, span.end()).line();
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO, OFF -> "notice";
    };
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  private static String data(String text) {
    return Visible.text(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"));
  }

  @Override
  public void finish(Tally tally) {
    // the commands are all
  }
}
