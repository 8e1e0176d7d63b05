package org.upstart4j.jobfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.upstart4j.jobfile.version.Feature;
import org.upstart4j.jobfile.version.UpstartVersion;

/**
 * The job files of a folder: where they are, what they hold, and what Upstart makes of them.
 *
 * @param root the folder
 * @param version the Upstart that reads them
 */
record FolderFiles(Path root, UpstartVersion version) {

  private static final String CONF = ".conf";
  private static final String OVERRIDE = ".override";

  /** The files that this version reads. */
  SortedSet<Path> all() throws IOException {
    SortedSet<Path> all = FolderSearch.files(root);
    all.removeIf(file -> !reads(file));
    return all;
  }

  /** The files that it does not read; backups and hidden ones are left out. */
  SortedSet<Path> unread() throws IOException {
    SortedSet<Path> unread = FolderSearch.unread(root);
    for (Path file : FolderSearch.files(root)) {
      if (!reads(file)) {
        unread.add(file);
      }
    }
    return unread;
  }

  /** The names of the jobs that have a conf file. */
  SortedSet<String> jobs() throws IOException {
    SortedSet<String> names = new TreeSet<>();
    for (Path file : FolderSearch.files(root)) {
      if (file.toString().endsWith(CONF) && FolderSearch.hasName(root, file)) {
        names.add(FolderSearch.name(root, file));
      }
    }
    return names;
  }

  Path confPath(String job) {
    return path(job, CONF);
  }

  Path overridePath(String job) {
    return path(job, OVERRIDE);
  }

  private Path path(String job, String extension) {
    for (String part : job.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..") || part.indexOf('\0') >= 0) {
        throw new IllegalArgumentException(
            "Not a name of a job within " + root + ": \"" + job + "\"");
      }
    }
    return root.resolve(job + extension);
  }

  Optional<JobFile> conf(String job) throws IOException {
    Path path = confPath(job);
    return Files.isRegularFile(path) && FolderSearch.isWithin(root, path)
        ? Optional.of(JobFile.read(path))
        : Optional.empty();
  }

  /** The conf file, which must exist. */
  JobFile existing(String job) throws IOException {
    return conf(job)
        .orElseThrow(() -> new NoSuchFileException(confPath(job).toString(), null, "no such job"));
  }

  Optional<JobFile> override(String job) throws IOException {
    Path path = overridePath(job);
    return version.has(Feature.OVERRIDE) && isOverride(path) && FolderSearch.isWithin(root, path)
        ? Optional.of(JobFile.read(path))
        : Optional.empty();
  }

  private boolean isOverride(Path path) {
    return followsLinks()
        ? Files.isRegularFile(path)
        : Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Says whether symbolic links to override files are followed: up to 1.6.1, when they were looked
   * for in one folder only. Since 1.7 only regular files count, by {@code lstat} in {@code
   * conf_get_best_override} of init/conf.c.
   */
  boolean followsLinks() {
    return version.compareTo(UpstartVersion.V1_7) < 0;
  }

  /** Says whether a job file counts for this version. */
  boolean reads(Path file) {
    return version.has(Feature.OVERRIDE) || !file.toString().endsWith(OVERRIDE);
  }

  /** What keeps a job from starting by itself. */
  StartSwitch startSwitch() {
    return new StartSwitch(version);
  }

  Verdict verdict(String job) throws IOException {
    return verdict(job, existing(job), override(job));
  }

  Verdict verdict(String job, JobFile conf, Optional<JobFile> override) {
    return override.isPresent()
        ? JobDefinition.verdict(job, conf, override.get(), version)
        : JobDefinition.verdict(job, conf, version);
  }

  /** All jobs that Upstart would know, as far as their files can be read. */
  NavigableMap<String, JobDefinition> definitions() throws IOException {
    NavigableMap<String, JobDefinition> definitions = new TreeMap<>();
    for (String job : jobs()) {
      ifReadable(() -> conf(job))
          .map(conf -> verdict(job, conf, ifReadable(() -> override(job))))
          .flatMap(Verdict::registered)
          .ifPresent(definition -> definitions.put(job, definition));
    }
    return definitions;
  }

  private interface Read {
    Optional<JobFile> read() throws IOException;
  }

  private static Optional<JobFile> ifReadable(Read file) {
    try {
      return file.read();
    } catch (IOException itsOwnProblem) {
      return Optional.empty();
    }
  }
}
