package org.upstart4j.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.jobfile.Verdict;
import org.upstart4j.jobfile.version.UpstartVersion;

/** The files that Upstart rejects, and why. */
final class WrongFiles {

  private WrongFiles() {}

  static List<String> in(@Nullable Path folder, UpstartVersion version) {
    List<String> wrong = new ArrayList<>();
    if (folder != null) {
      try {
        JobDirectory directory = JobDirectory.of(folder, version);
        for (String name : directory.jobs()) {
          add(wrong, name, directory.verdict(name));
        }
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return wrong;
  }

  private static void add(List<String> wrong, String name, Verdict verdict) {
    if (verdict instanceof Verdict.Rejected rejected) {
      String file = name + (rejected.inOverride() ? ".override" : ".conf");
      wrong.add(rejected.problem().render(file).lines().findFirst().orElse(file));
    }
  }
}
