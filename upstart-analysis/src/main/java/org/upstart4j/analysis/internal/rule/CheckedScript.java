package org.upstart4j.analysis.internal.rule;

import java.util.List;
import java.util.Optional;
import org.upstart4j.ProcessType;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Placed;
import org.upstart4j.analysis.internal.shell.Node;
import org.upstart4j.analysis.internal.shell.ShellScript;
import org.upstart4j.jobfile.ProcessSource;
import org.upstart4j.jobfile.SourceSpan;
import org.upstart4j.jobfile.stanza.ExecStanza;

/**
 * What a process runs, as a shell reads it.
 *
 * @param placed the stanza
 * @param source its text, and where that stands in the file
 * @param script its text, read; of a command without the {@code exec} that Upstart puts before it
 */
record CheckedScript(Placed placed, ProcessSource source, ShellScript script) {

  private static final int LONGEST_QUOTE = 60;

  /** What a process of a job runs. */
  static Optional<CheckedScript> of(CheckedJob job, ProcessType process) {
    return job.process(process).flatMap(CheckedScript::of);
  }

  private static Optional<CheckedScript> of(Placed placed) {
    return placed
        .process()
        .flatMap(source -> placed.script().map(s -> new CheckedScript(placed, source, s)));
  }

  /** What all processes of a job run. */
  static List<CheckedScript> all(CheckedJob job) {
    return job.processes().values().stream().flatMap(placed -> of(placed).stream()).toList();
  }

  /** Whether it is a command, and no script. */
  boolean isCommand() {
    return !source.isScript();
  }

  /** Whether a shell reads it; another command is split at blanks and run as it is. */
  boolean isReadByShell() {
    return source.isScript() || ExecStanza.isReadByShell(source.text());
  }

  /** Whether the shell gets it as one line behind {@code -c}. */
  boolean isOneLine() {
    return source.text().strip().indexOf('\n') < 0;
  }

  /** Where a part of it stands in the file. */
  SourceSpan span(Node node) {
    return source.span(node.start(), node.end());
  }

  /** A part of it as it is written, on one line and not too long, to be quoted. */
  String quote(Node node) {
    String written = script.written(node).strip();
    int line = written.indexOf('\n');
    String first = line < 0 ? written : withoutBackslash(written.substring(0, line)) + " ...";
    return first.length() > LONGEST_QUOTE
        ? first.substring(0, LONGEST_QUOTE).strip() + "..."
        : first;
  }

  private static String withoutBackslash(String line) {
    return (line.endsWith("\\") ? line.substring(0, line.length() - 1) : line).strip();
  }
}
