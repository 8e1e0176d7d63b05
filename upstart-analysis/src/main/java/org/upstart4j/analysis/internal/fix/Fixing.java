package org.upstart4j.analysis.internal.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.finding.Fix;
import org.upstart4j.analysis.finding.Fixed;
import org.upstart4j.analysis.finding.Fixes;
import org.upstart4j.jobfile.JobFolder;

/** Fixes a folder until nothing is left that can be fixed. */
public final class Fixing {

  /** A fix may uncover the next one; but two that undo each other must not go on for ever. */
  private static final int MOST_ROUNDS = 20;

  private final Function<JobFolder, List<Finding>> check;
  private final boolean unsafe;
  private final List<Finding> fixed = new ArrayList<>();

  /**
   * A way to fix folders.
   *
   * @param check finds what is wrong
   * @param unsafe whether unsafe fixes are applied, too
   */
  public Fixing(Function<JobFolder, List<Finding>> check, boolean unsafe) {
    this.check = check;
    this.unsafe = unsafe;
  }

  /** Fixes a folder. */
  public Fixed fix(JobFolder before) {
    JobFolder folder = before;
    List<Finding> findings = check.apply(folder);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Fixes fixes = new Fixes(folder);
      findings.forEach(
          finding -> fix(finding).filter(fixes::take).ifPresent(f -> fixed.add(finding)));
      if (fixes.isEmpty()) {
        break;
      }
      folder = fixes.apply();
      findings = check.apply(folder);
    }
    return new Fixed(folder, fixed, findings);
  }

  private Optional<Fix> fix(Finding finding) {
    return finding.fix().filter(fix -> unsafe || fix.safe());
  }
}
