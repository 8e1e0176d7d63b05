package org.upstart4j.analysis.internal.rule;

import java.util.List;
import java.util.Optional;
import org.upstart4j.analysis.internal.model.CheckedFile;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.model.Placed;
import org.upstart4j.jobfile.Word;
import org.upstart4j.jobfile.stanza.StanzaName;

/** A ChromeOS job without an oom score. */
final class ChromeosOomRule implements RuleCheck {

  private static final String WANTED =
      "ChromeOS's own check wants \"oom score\" in each job: a number, or \"never\".";

  @Override
  public void check(Folder folder, Report report) {
    for (CheckedJob job : ChromeosJobs.of(folder)) {
      CheckedFile conf = job.conf();
      Optional<Placed> oom = ChromeosJobs.last(conf, StanzaName.OOM);
      if (oom.isEmpty()) {
        report.add(
            conf,
            conf.top(),
            "The job has no \"oom score\"",
            "On ChromeOS the kernel then never kills it for memory, as the score is -1000. "
                + WANTED);
      } else {
        check(oom.get(), report);
      }
    }
  }

  private static void check(Placed placed, Report report) {
    List<Word> words = placed.words();
    Word last = words.get(words.size() - 1);
    if (last.text().equals("-1000")) {
      report.add(
          placed.file(),
          placed.allWords(),
          "A score of -1000 is not written as a number",
          "It means the same to Upstart; ChromeOS's own check wants \"oom score never\".",
          Edits.fix("Write \"never\"", true, Edits.replace(placed.file(), last.span(), "never")));
    } else if (!words.get(1).text().equals("score")) {
      report.add(placed, "The \"oom\" is of the older kind, without \"score\"", WANTED);
    }
  }
}
