package org.upstart4j.analysis.internal.rule;

import java.util.List;
import java.util.Optional;
import org.upstart4j.analysis.finding.Fix;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.model.Placed;

/** A respawn limit without respawn. */
final class LimitWithoutRespawnRule implements JobRule {

  @Override
  public void check(CheckedJob job, Folder folder, Report report) {
    if (!job.respawns()) {
      job.last("respawn limit").ifPresent(placed -> add(placed, report));
    }
  }

  private static void add(Placed placed, Report report) {
    report.add(
        placed.file(),
        placed.allWords(),
        "A \"respawn limit\" without \"respawn\" has no effect",
        "Upstart does not start the process again when it dies: the limit does not turn that on."
            + " Write \"respawn\" on a line of its own, too.",
        fix(placed));
  }

  private static Optional<Fix> fix(Placed placed) {
    return Edits.lineAbove(placed, "respawn")
        .map(edit -> new Fix("Write \"respawn\" above the limit", false, List.of(edit)));
  }
}
