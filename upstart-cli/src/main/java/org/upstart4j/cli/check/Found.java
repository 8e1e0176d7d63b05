package org.upstart4j.cli.check;

import java.util.List;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.platform.Target;

/**
 * A finding and the targets that it holds for.
 *
 * @param finding the finding
 * @param targets the targets, in the order in which they were given
 */
record Found(Finding finding, List<Target> targets) {

  Found {
    targets = List.copyOf(targets);
  }
}
