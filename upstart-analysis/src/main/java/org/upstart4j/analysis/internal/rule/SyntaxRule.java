package org.upstart4j.analysis.internal.rule;

import java.util.List;
import java.util.Optional;
import org.upstart4j.analysis.internal.model.CheckedFile;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.jobfile.Problem;

/** What Upstart rejects a file for. */
final class SyntaxRule implements RuleCheck {

  @Override
  public void check(Folder folder, Report report) {
    folder
        .contents()
        .unreadable()
        .forEach((path, problem) -> report.add(path, problem, UNREADABLE, Optional.empty()));
    folder.files().stream().filter(folder::reads).forEach(file -> check(file, report));
  }

  private static final String UNREADABLE = "Nothing is known of a file that cannot be read.";

  private static void check(CheckedFile file, Report report) {
    List<Problem> problems = file.problems();
    for (Problem problem : problems) {
      if (problem.missing().isEmpty()) {
        report.add(file.path(), problem, Rejections.reason(file, problem), Optional.empty());
      }
    }
  }
}
