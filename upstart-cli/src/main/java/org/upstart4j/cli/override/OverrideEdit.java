package org.upstart4j.cli.override;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFileChange;
import org.upstart4j.jobfile.Verdict;

/**
 * A change of the file that says whether a job starts by itself: its override file, or its conf
 * file for a version that reads no override files.
 *
 * @param folder the job files
 * @param job the job's name
 * @param change the change of its file
 */
record OverrideEdit(JobDirectory folder, String job, JobFileChange change) {

  /** Puts {@code manual}, or what the version knows, where it counts more than any other. */
  static OverrideEdit disable(JobDirectory folder, String job) throws IOException {
    JobFileChange change = folder.disabling(job);
    if (change.before().isEmpty() && Files.isSymbolicLink(change.path())) {
      throw new FileSystemException(
          change.path().toString(),
          null,
          "a symbolic link, which Upstart does not read; remove it first");
    }
    return new OverrideEdit(folder, job, change);
  }

  /** Takes it away, and the override file with it if there was nothing else. */
  static OverrideEdit enable(JobDirectory folder, String job) throws IOException {
    return new OverrideEdit(folder, job, folder.enabling(job));
  }

  Path path() {
    return change.path();
  }

  /** Whether it is a change of the override file, not of the conf file. */
  boolean isOfOverride() {
    return path().equals(folder.overridePath(job));
  }

  Optional<JobFile> before() {
    return change.before();
  }

  Optional<JobFile> after() {
    return change.after();
  }

  /** What is done to the file, for people. */
  String text() {
    if (!change.changes()) {
      return "unchanged";
    } else if (before().isEmpty()) {
      return "created";
    }
    return after().isEmpty() ? "removed" : "changed";
  }

  JobFile old() {
    return before().orElseGet(() -> JobFile.parse(""));
  }

  JobFile future() {
    return after().orElseGet(() -> JobFile.parse(""));
  }

  /** What Upstart would make of the job's files once this is done. */
  Verdict verdict() throws IOException {
    if (!isOfOverride()) {
      return JobDefinition.verdict(job, future(), folder.version());
    }
    JobFile conf = folder.conf(job).orElseGet(() -> JobFile.parse(""));
    return after().isPresent()
        ? JobDefinition.verdict(job, conf, after().get(), folder.version())
        : JobDefinition.verdict(job, conf, folder.version());
  }

  void write() throws IOException {
    folder.apply(job, change);
  }
}
