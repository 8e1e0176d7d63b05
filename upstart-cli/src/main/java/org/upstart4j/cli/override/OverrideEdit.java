package org.upstart4j.cli.override;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFileBuilder;
import org.upstart4j.jobfile.Verdict;
import org.upstart4j.jobfile.stanza.Dialect;
import org.upstart4j.jobfile.stanza.StanzaName;

/**
 * A change of an override file.
 *
 * @param path where it is
 * @param before what it holds, or nothing if there is none
 * @param after what it will hold, or nothing if it will be removed
 */
record OverrideEdit(Path path, Optional<JobFile> before, Optional<JobFile> after) {

  private static final String MANUAL = StanzaName.MANUAL.text();

  /** Puts {@code manual} where it counts more than any {@code start on}. */
  static OverrideEdit disable(JobDirectory folder, String job) throws IOException {
    Path path = folder.overridePath(job);
    if (Files.isSymbolicLink(path)) {
      throw new FileSystemException(
          path.toString(), null, "a symbolic link, which Upstart does not read; remove it first");
    }
    Optional<JobFile> before = folder.override(job);
    JobFileBuilder builder = before.map(JobFile::toBuilder).orElseGet(JobFile::builder);
    return new OverrideEdit(path, before, Optional.of(builder.manual().build()));
  }

  /** Takes {@code manual} away, and the file with it if there was nothing else. */
  static OverrideEdit enable(JobDirectory folder, String job) throws IOException {
    Optional<JobFile> before = folder.override(job);
    Optional<JobFile> after =
        before.map(
            file ->
                file.stanzas(StanzaName.MANUAL).findAny().isPresent()
                    ? file.toBuilder().remove(MANUAL).build()
                    : file);
    boolean emptied = !before.equals(after) && after.get().entries().isEmpty();
    return new OverrideEdit(folder.overridePath(job), before, emptied ? Optional.empty() : after);
  }

  boolean changes() {
    return !before.equals(after);
  }

  /** What is done to the file, for people. */
  String text() {
    if (!changes()) {
      return "unchanged";
    } else if (before.isEmpty()) {
      return "created";
    }
    return after.isEmpty() ? "removed" : "changed";
  }

  JobFile old() {
    return before.orElseGet(() -> JobFile.parse(""));
  }

  JobFile future() {
    return after.orElseGet(() -> JobFile.parse(""));
  }

  /** What Upstart would make of the job's files once this is done. */
  Verdict verdict(JobDirectory folder, String job, Dialect dialect) throws IOException {
    JobFile conf = folder.conf(job).orElseGet(() -> JobFile.parse(""));
    return after.isPresent()
        ? JobDefinition.verdict(job, conf, after.get(), dialect)
        : JobDefinition.verdict(job, conf, dialect);
  }

  void write(JobDirectory folder, String job) throws IOException {
    folder.changeOverride(job, before, after);
  }
}
