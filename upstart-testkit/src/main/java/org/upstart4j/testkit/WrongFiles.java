package org.upstart4j.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.Verdict;
import org.upstart4j.jobfile.stanza.Dialect;

/** Which files Upstart does not take, and why. */
final class WrongFiles {

  private WrongFiles() {}

  static List<String> in(@Nullable Path folder, Map<String, String> jobs) {
    List<String> wrong = new ArrayList<>();
    jobs.forEach(
        (name, text) ->
            add(wrong, name, JobDefinition.verdict(name, JobFile.parse(text), Dialect.UPSTART)));
    if (folder != null) {
      try {
        JobDirectory directory = JobDirectory.of(folder);
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
