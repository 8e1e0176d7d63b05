package org.upstart4j.analysis.internal.rule;

import java.util.List;
import java.util.Optional;
import org.upstart4j.Signal;
import org.upstart4j.analysis.finding.Fix;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.model.Placed;
import org.upstart4j.jobfile.Word;
import org.upstart4j.jobfile.stanza.SignalStanza;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.version.Feature;
import org.upstart4j.jobfile.version.UpstartVersion;

/** A signal's number where process 1 aborts on it. */
final class KillSignalNumberRule implements JobRule {

  @Override
  public void check(CheckedJob job, Folder folder, Report report) {
    if (isAffected(folder.target().version())) {
      job.last("kill signal").ifPresent(placed -> check(placed, report));
    }
  }

  /** Versions that read a number as -1: 1.3 to 1.5. */
  private static boolean isAffected(UpstartVersion version) {
    return version.compareTo(UpstartVersion.V1_3) >= 0 && !version.has(Feature.KILL_SIGNAL_NUMBER);
  }

  private static void check(Placed placed, Report report) {
    List<Word> words = placed.words();
    if (placed.typed() instanceof SignalStanza kill && kill.name() == StanzaName.KILL) {
      Word number = words.get(words.size() - 1);
      // 0 is worse on every version, and another rule's
      if (isNumber(number.text()) && kill.signal().number() != 0) {
        report.add(
            placed.file(),
            placed.allWords(),
            "\"kill signal %s\" is a number, which takes process 1 down".formatted(number.text()),
            "Upstart 1.3 to 1.5 reads the number as -1. When the job is stopped, it fails an"
                + " assertion and process 1 is gone; write the signal's name.",
            fix(placed, number, kill.signal()));
      }
    }
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '+');
  }

  private static Optional<Fix> fix(Placed placed, Word number, Signal signal) {
    String name = signal.name();
    return Signal.find(name).isPresent() && !isNumber(name)
        ? Edits.fix(
            "Write \"kill signal %s\"".formatted(name),
            true,
            Edits.replace(placed.file(), number.span(), name))
        : Optional.empty();
  }
}
