package org.upstart4j.analysis.finding;

import java.util.List;
import org.upstart4j.jobfile.JobFolder;

/**
 * A folder after fixes.
 *
 * @param folder what the folder then holds
 * @param fixed the findings whose fixes were applied, with their places at that time
 * @param left what is still found
 */
public record Fixed(JobFolder folder, List<Finding> fixed, List<Finding> left) {

  /**
   * Makes one.
   *
   * @param folder what the folder then holds
   * @param fixed the findings whose fixes were applied, with their places at that time
   * @param left what is still found
   */
  public Fixed {
    fixed = List.copyOf(fixed);
    left = List.copyOf(left);
  }
}
