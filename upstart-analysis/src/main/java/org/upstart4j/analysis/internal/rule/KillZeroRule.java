package org.upstart4j.analysis.internal.rule;

import java.util.List;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.model.Placed;
import org.upstart4j.jobfile.stanza.KillTimeoutStanza;
import org.upstart4j.jobfile.stanza.SignalStanza;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.version.Feature;

/** A kill timeout or kill signal of 0, which takes process 1 down. */
final class KillZeroRule implements JobRule {

  private static final String REASON =
      "When the job is stopped, Upstart fails an assertion and process 1 is gone, which takes the"
          + " system down. ";

  @Override
  public void check(CheckedJob job, Folder folder, Report report) {
    boolean signals = folder.target().version().has(Feature.KILL_SIGNAL);
    for (String slot : List.of("kill timeout", "kill signal")) {
      job.last(slot).filter(placed -> isZero(placed, signals)).ifPresent(p -> add(p, report));
    }
  }

  private static boolean isZero(Placed placed, boolean signals) {
    return placed.typed() instanceof KillTimeoutStanza kill
        ? kill.timeout().isZero()
        : signals
            && placed.typed() instanceof SignalStanza stop
            && stop.name() == StanzaName.KILL
            && stop.signal().number() == 0;
  }

  private static void add(Placed placed, Report report) {
    if (placed.typed() instanceof KillTimeoutStanza) {
      report.add(
          placed,
          "A \"kill timeout\" of 0 takes process 1 down",
          REASON + "Write \"kill timeout 1\" to have the job killed almost at once.");
    } else {
      report.add(
          placed,
          "A \"kill signal\" of 0 takes process 1 down",
          REASON + "Write a signal's name, for example \"kill signal TERM\".");
    }
  }
}
