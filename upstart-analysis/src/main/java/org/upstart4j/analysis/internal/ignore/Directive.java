package org.upstart4j.analysis.internal.ignore;

import java.util.List;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.jobfile.SourceSpan;

/**
 * A comment that turns rules off.
 *
 * @param remark the comment
 * @param wholeFile whether they are off for the whole file
 * @param rules the rules
 */
record Directive(Remark remark, boolean wholeFile, List<Named> rules) {

  /**
   * A rule that is named in a comment.
   *
   * @param rule the rule
   * @param span its name in the file
   */
  record Named(Rule rule, SourceSpan span) {}

  /** Whether a finding of the same file lies where rules are off. */
  boolean covers(Finding finding) {
    SourceSpan covered = remark.covered();
    int start = finding.span().start();
    return wholeFile
        || (start >= covered.start() && start <= Math.max(covered.start(), covered.end() - 1));
  }
}
