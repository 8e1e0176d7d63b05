package org.upstart4j.cli.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstart4j.analysis.finding.Fix;
import org.upstart4j.analysis.finding.Fixes;

/**
 * Makes fixes until there is none left to be made.
 *
 * @param evaluation checks what has become of the files
 * @param unsafe whether unsafe fixes are made, too
 */
record Mender(Evaluation evaluation, boolean unsafe) {

  /** Fixes that bring each other back must end somewhere. */
  private static final int MOST_ROUNDS = 50;

  /**
   * What has become of a folder.
   *
   * @param subject its files as they are then
   * @param left what is found in them
   * @param fixed what was mended, with the places where it was
   */
  record Mended(Subject subject, List<Found> left, List<Found> fixed) {}

  /** Makes the fixes of findings. */
  Mended mend(Subject subject, List<Found> found) {
    Subject now = subject;
    List<Found> left = found;
    List<Found> fixed = new ArrayList<>();
    for (int i = 0; i < MOST_ROUNDS; i++) {
      Fixes fixes = new Fixes(now.contents());
      List<Found> taken = left.stream().filter(one -> isTaken(one, fixes)).toList();
      if (taken.isEmpty()) {
        break;
      }
      now = now.with(fixes.apply());
      left = evaluation.of(now);
      fixed.addAll(taken);
    }
    return new Mended(now, left, List.copyOf(fixed));
  }

  private boolean isTaken(Found found, Fixes fixes) {
    Optional<Fix> fix = found.finding().fix();
    return fix.isPresent() && (unsafe || fix.get().safe()) && fixes.take(fix.get());
  }
}
