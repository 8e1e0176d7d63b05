package org.upstart4j.analysis.internal.rule;

import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.jobfile.stanza.StanzaName;

/** A ChromeOS job without an author in double quotes. */
final class ChromeosAuthorRule implements RuleCheck {

  @Override
  public void check(Folder folder, Report report) {
    for (CheckedJob job : ChromeosJobs.of(folder)) {
      ChromeosJobs.checkText(job, StanzaName.AUTHOR, report);
    }
  }
}
