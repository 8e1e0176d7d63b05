package org.upstart4j.analysis.internal.rule;

import org.upstart4j.analysis.internal.model.CheckedFile;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.model.Placed;
import org.upstart4j.analysis.platform.Shell;
import org.upstart4j.jobfile.SourceSpan;

/** A service that /etc/init.d has, too. */
final class SysvTooRule implements JobRule {

  @Override
  public void check(CheckedJob job, Folder folder, Report report) {
    if (folder.surroundings().sysvScripts().contains(job.name())) {
      report.add(
          job.conf(),
          place(job),
          "\"/etc/init.d/%s\" is there, too".formatted(job.name()),
          "Upstart and rc know nothing of each other and start the service twice. "
              + instead(job, folder));
    }
  }

  /** What starts the job; without it, the first line. */
  private static SourceSpan place(CheckedJob job) {
    CheckedFile conf = job.conf();
    return job.startOn()
        .filter(placed -> placed.file() == conf)
        .map(Placed::allWords)
        .orElseGet(() -> conf.text().span(0, 0));
  }

  private static String instead(CheckedJob job, Folder folder) {
    return folder.target().shell() == Shell.BASH
        ? "Take the script away, for example with \"chkconfig --del %s\".".formatted(job.name())
        : "Take the script away, or make it a link to \"/lib/init/upstart-job\".";
  }
}
