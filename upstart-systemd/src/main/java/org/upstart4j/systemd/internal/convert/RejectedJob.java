package org.upstart4j.systemd.internal.convert;

import java.util.ArrayList;
import java.util.List;
import org.upstart4j.analysis.internal.model.CheckedFile;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.jobfile.Problem;
import org.upstart4j.jobfile.SourceSpan;
import org.upstart4j.jobfile.Stanza;
import org.upstart4j.jobfile.Verdict;
import org.upstart4j.systemd.finding.ConversionCode;
import org.upstart4j.systemd.finding.ConversionFinding;
import org.upstart4j.systemd.finding.Level;

/**
 * A job that Upstart rejects: it becomes no unit.
 *
 * @param job the job
 * @param rejected why
 */
record RejectedJob(CheckedJob job, Verdict.Rejected rejected) {

  List<ConversionFinding> findings() {
    List<ConversionFinding> findings = new ArrayList<>();
    CheckedFile wrong = rejected.inOverride() ? job.override().orElse(job.conf()) : job.conf();
    add(job.conf(), wrong, findings);
    job.override().ifPresent(file -> add(file, wrong, findings));
    return findings;
  }

  private void add(CheckedFile file, CheckedFile wrong, List<ConversionFinding> findings) {
    Problem problem = rejected.problem();
    boolean told = file != wrong;
    for (Stanza stanza : file.text().stanzas().toList()) {
      SourceSpan span = file.text().span(stanza);
      boolean isHere = !told && problem.span().start() < span.end();
      told |= isHere;
      findings.add(isHere ? lost(file, span) : UnreadStanzas.dead(file, stanza, why()));
    }
    if (!told) {
      findings.add(lost(file, file.top()));
    }
  }

  private ConversionFinding lost(CheckedFile file, SourceSpan span) {
    return UnreadStanzas.finding(
        file,
        span,
        Level.LOST,
        ConversionCode.REJECTED,
        why() + ": " + rejected.problem().message());
  }

  private String why() {
    return "Upstart rejects the file in line " + rejected.problem().span().line();
  }
}
