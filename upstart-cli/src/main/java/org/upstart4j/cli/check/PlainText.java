package org.upstart4j.cli.check;

import org.upstart4j.analysis.finding.Finding;

/** A finding in a line, without colours. */
final class PlainText {

  private PlainText() {}

  static String of(Subject subject, Finding finding) {
    return subject.label(finding.file())
        + ":"
        + finding.span()
        + ": "
        + finding.severity()
        + ": "
        + finding.message()
        + " ["
        + finding.rule()
        + "]";
  }
}
