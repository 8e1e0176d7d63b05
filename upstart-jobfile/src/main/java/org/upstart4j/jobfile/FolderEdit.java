package org.upstart4j.jobfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.stanza.StanzaName;

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
    return AtomicFile.write(path, after.get().toBytes(), before.get().toBytes(), files.root());
  }

  boolean disable(String job) throws IOException {
    files.existing(job);
    Optional<JobFile> before = files.override(job);
    JobFileBuilder builder = before.map(JobFile::toBuilder).orElseGet(JobFile::builder);
    return changeOverride(job, before, Optional.of(builder.manual().build()));
  }

  boolean disableInConf(String job) throws IOException {
    JobFile before = files.existing(job);
    return changeConf(job, before, before.toBuilder().manual().build());
  }

  List<Path> enable(String job) throws IOException {
    JobFile conf = files.existing(job);
    Optional<JobFile> override = files.override(job);
    List<Path> changed = new ArrayList<>();
    Optional<JobFile> without =
        override.map(FolderEdit::withoutManual).filter(file -> !file.entries().isEmpty());
    boolean wasEmpty = override.filter(file -> file.entries().isEmpty()).isPresent();
    if (!wasEmpty && changeOverride(job, override, without)) {
      changed.add(files.overridePath(job));
    }
    if (changeConf(job, conf, withoutManual(conf))) {
      changed.add(files.confPath(job));
    }
    return changed;
  }

  private static JobFile withoutManual(JobFile file) {
    return file.stanzas(StanzaName.MANUAL).findAny().isPresent()
        ? file.toBuilder().remove(StanzaName.MANUAL.text()).build()
        : file;
  }
}
