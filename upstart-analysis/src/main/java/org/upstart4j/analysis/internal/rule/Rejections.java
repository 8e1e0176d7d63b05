package org.upstart4j.analysis.internal.rule;

import org.upstart4j.analysis.internal.model.CheckedFile;
import org.upstart4j.jobfile.Problem;

/** Says what Upstart does with a file that it rejects. */
final class Rejections {

  private Rejections() {}

  static String reason(CheckedFile file, Problem problem) {
    if (file.problems().get(0) != problem) {
      return "Upstart gives up at the first problem of a file; this one is next.";
    }
    return file.isOverride()
        ? "Upstart stops reading the override file here. What stands above it counts; apart from"
            + " that the job starts as its conf file says."
        : "Upstart drops the whole file, so there is no job \"%s\".".formatted(file.job());
  }
}
