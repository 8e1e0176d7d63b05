package org.upstart4j.jobfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.version.Feature;

/**
 * Changes the job files of a folder, and nothing outside it.
 *
 * @param files the files
 */
record FolderEdit(FolderFiles files) {

  /** Writes a conf file, or leaves it if it holds the same already. */
  boolean write(String job, JobFile conf) throws IOException {
    Path path = files.confPath(job);
    return AtomicFile.write(path, conf.toBytes(), null, within(path));
  }

  private boolean changeConf(String job, JobFile before, JobFile after) throws IOException {
    Path path = files.confPath(job);
    return AtomicFile.write(path, after.toBytes(), before.toBytes(), within(path));
  }

  /** Upstart follows a link to a conf file, wherever it leads; but not one to a folder. */
  private @Nullable Path within(Path conf) {
    return Files.isSymbolicLink(conf) ? null : files.root();
  }

  /** The same for an override file, to which only older versions follow a link. */
  private @Nullable Path withinForOverride(Path override) {
    return files.followsLinks() ? within(override) : files.root();
  }

  boolean changeOverride(String job, Optional<JobFile> before, Optional<JobFile> after)
      throws IOException {
    Path path = files.overridePath(job);
    if (before.equals(after)) {
      return false;
    } else if (after.isEmpty()) {
      AtomicFile.delete(path, before.get().toBytes(), files.root());
      return true;
    } else if (before.isEmpty()) {
      AtomicFile.create(path, after.get().toBytes(), files.root());
      return true;
    }
    byte[] bytes = after.get().toBytes();
    return AtomicFile.write(path, bytes, before.get().toBytes(), withinForOverride(path));
  }

  /** Makes a change that was planned before. */
  boolean apply(String job, JobFileChange change) throws IOException {
    if (change.path().equals(files.overridePath(job))) {
      return changeOverride(job, change.before(), change.after());
    } else if (!change.path().equals(files.confPath(job))
        || change.before().isEmpty()
        || change.after().isEmpty()) {
      throw new IllegalArgumentException("Not a change of a file of job " + job + ": " + change);
    }
    return changeConf(job, change.before().get(), change.after().get());
  }

  JobFileChange disabling(String job) throws IOException {
    JobFile conf = files.existing(job);
    StartSwitch start = files.startSwitch();
    if (!files.version().has(Feature.OVERRIDE)) {
      return inConf(job, conf, start.offInConf(conf));
    }
    Optional<JobFile> before = files.override(job);
    JobFile after = start.off(before.orElseGet(() -> JobFile.parse("")));
    return new JobFileChange(files.overridePath(job), before, Optional.of(after));
  }

  private JobFileChange inConf(String job, JobFile before, JobFile after) {
    return new JobFileChange(files.confPath(job), Optional.of(before), Optional.of(after));
  }

  JobFileChange enabling(String job) throws IOException {
    JobFile conf = files.existing(job);
    if (!files.version().has(Feature.OVERRIDE)) {
      return inConf(job, conf, files.startSwitch().on(conf));
    }
    Path path = files.overridePath(job);
    Optional<JobFile> before = files.override(job);
    Optional<JobFile> after = before.map(files.startSwitch()::on);
    boolean emptied = !before.equals(after) && after.get().entries().isEmpty();
    return new JobFileChange(
        path, before, emptied && !Files.isSymbolicLink(path) ? Optional.empty() : after);
  }

  boolean disable(String job) throws IOException {
    return apply(job, disabling(job));
  }

  boolean disableInConf(String job) throws IOException {
    JobFile before = files.existing(job);
    return changeConf(job, before, files.startSwitch().offInConf(before));
  }

  List<Path> enable(String job) throws IOException {
    List<Path> changed = new ArrayList<>();
    JobFileChange change = enabling(job);
    if (apply(job, change)) {
      changed.add(change.path());
    }
    JobFile conf = files.existing(job);
    if (changeConf(job, conf, files.startSwitch().on(conf))) {
      changed.add(files.confPath(job));
    }
    return changed;
  }
}
