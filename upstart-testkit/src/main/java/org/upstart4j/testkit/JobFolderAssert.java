package org.upstart4j.testkit;

import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.upstart4j.analysis.Check;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.finding.Severity;
import org.upstart4j.analysis.platform.Platform;
import org.upstart4j.jobfile.JobFolder;

/** Assertions about a folder of job files. A failure lists what was found, and why it matters. */
public final class JobFolderAssert extends AbstractAssert<JobFolderAssert, JobFolder> {

  JobFolderAssert(JobFolder actual) {
    super(actual, JobFolderAssert.class);
  }

  /**
   * Fails if a check of the folder has findings that are warnings or worse.
   *
   * @param platform the platform that the jobs are for
   * @return this
   */
  public JobFolderAssert hasNoFindings(Platform platform) {
    return hasNoFindings(Check.of(platform));
  }

  /**
   * Fails if a check of the folder has findings that are warnings or worse.
   *
   * @param check the check, for example with some rules turned off
   * @return this
   */
  public JobFolderAssert hasNoFindings(Check check) {
    isNotNull();
    List<Finding> findings =
        check.check(actual).stream()
            .filter(finding -> finding.severity().isAtLeast(Severity.WARNING))
            .toList();
    if (!findings.isEmpty()) {
      throw failure(
          "Expected job files without findings for %s, but there are %d:%n%s",
          check.target(), findings.size(), text(findings));
    }
    return this;
  }

  private String text(List<Finding> findings) {
    return findings.stream()
        .map(finding -> "  " + finding + "\n" + excerpt(finding) + "    " + finding.reason())
        .collect(Collectors.joining("\n"));
  }

  private String excerpt(Finding finding) {
    return actual.files().containsKey(finding.file())
        ? actual.files().get(finding.file()).excerpt(finding.span()).indent(2)
        : "";
  }
}
