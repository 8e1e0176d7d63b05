package org.upstart4j.analysis.internal.rule;

import java.util.List;
import java.util.Optional;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.finding.Fix;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.finding.Severity;
import org.upstart4j.analysis.internal.model.CheckedFile;
import org.upstart4j.analysis.internal.model.Placed;
import org.upstart4j.jobfile.Problem;
import org.upstart4j.jobfile.SourceSpan;

/** Where a rule puts its findings. */
public final class Report {

  private final Rule rule;
  private final Severity severity;
  private final List<Finding> findings;

  /**
   * A report of one rule.
   *
   * @param findings where findings are added
   */
  public Report(Rule rule, Severity severity, List<Finding> findings) {
    this.rule = rule;
    this.severity = severity;
    this.findings = findings;
  }

  /** Adds a finding about a whole stanza. */
  void add(Placed placed, String message, String reason) {
    add(placed.file(), placed.allWords(), message, reason, Optional.empty());
  }

  /** Adds a finding about a part of a file. */
  void add(CheckedFile file, SourceSpan span, String message, String reason) {
    add(file, span, message, reason, Optional.empty());
  }

  /** Adds a finding about a part of a file, with a fix if there is one. */
  void add(CheckedFile file, SourceSpan span, String message, String reason, Optional<Fix> fix) {
    add(file.path(), span, message, reason, fix);
  }

  /** Adds a finding about a file that is not read as a job file. */
  void add(String path, SourceSpan span, String message, String reason, Optional<Fix> fix) {
    findings.add(new Finding(rule, severity, path, span, message, reason, fix, Optional.empty()));
  }

  /** Adds a finding that is a problem. */
  void add(String path, Problem problem, String reason, Optional<Fix> fix) {
    findings.add(
        new Finding(
            rule,
            severity,
            path,
            problem.span(),
            problem.message(),
            reason,
            fix,
            Optional.of(problem)));
  }
}
