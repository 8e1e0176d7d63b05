package org.upstart4j.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.version.UpstartVersion;
import org.upstart4j.simulation.scenario.Scenario;

/**
 * The files of a test's jobs.
 *
 * @param folder where most of them are
 * @param texts those that the test gives, by job; they replace those of the folder
 * @param scenario what stands in for jobs that are missing
 * @param version how they are read
 */
record TestedJobs(
    @Nullable Path folder, Map<String, String> texts, Scenario scenario, UpstartVersion version) {

  /** What the files hold now. */
  JobFolder read() throws IOException {
    JobFolder read =
        folder == null ? JobFolder.of(Map.of()) : JobDirectory.of(folder, version).read();
    Map<String, JobFile> files = new TreeMap<>(read.files());
    scenario
        .jobs()
        .forEach(
            (job, file) -> {
              if (!read.jobs().contains(job)) {
                files.put(job + ".conf", file);
              }
            });
    texts.forEach(
        (job, text) -> {
          files.put(job + ".conf", JobFile.parse(text));
          files.remove(job + ".override");
        });
    return JobFolder.of(files)
        .withUnread(read.unread())
        .withUnreadTexts(read.unreadTexts())
        .withUnreadable(read.unreadable());
  }
}
