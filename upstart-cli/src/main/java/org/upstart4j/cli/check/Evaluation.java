package org.upstart4j.cli.check;

import java.util.List;
import java.util.Optional;
import org.upstart4j.analysis.Check;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.finding.Fix;

/**
 * Checks folders for all targets.
 *
 * @param checks a check for each target
 */
record Evaluation(List<Check> checks) {

  /** What is found in the files to be checked. */
  List<Found> of(Subject subject) {
    Findings findings = new Findings();
    for (Check check : checks) {
      List<Finding> found = check.withContext(subject.context()).check(subject.contents());
      findings.add(
          check.target(),
          found.stream()
              .filter(finding -> subject.places().containsKey(finding.file()))
              .map(finding -> withinReach(subject, finding))
              .toList());
    }
    return findings.all();
  }

  /** The finding without a fix that changes files nobody asked about. */
  private static Finding withinReach(Subject subject, Finding finding) {
    boolean reaches = finding.fix().isEmpty() || isWithin(subject, finding.fix().get());
    return reaches ? finding : withoutFix(finding);
  }

  private static Finding withoutFix(Finding finding) {
    return new Finding(
        finding.rule(),
        finding.severity(),
        finding.file(),
        finding.span(),
        finding.message(),
        finding.reason(),
        Optional.empty(),
        finding.problem());
  }

  private static boolean isWithin(Subject subject, Fix fix) {
    return fix.edits().stream().allMatch(edit -> subject.places().containsKey(edit.file()));
  }
}
