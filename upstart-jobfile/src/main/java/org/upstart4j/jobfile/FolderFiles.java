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
import org.upstart4j.jobfile.stanza.Dialect;

/**
 * The job files of a folder: where they are, what they hold, and what Upstart makes of them.
 *
 * @param root the folder
 * @param dialect whose stanzas are known
 */
record FolderFiles(Path root, Dialect dialect) {

  private static final String CONF = ".conf";
  private static final String OVERRIDE = ".override";

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
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && FolderSearch.isWithin(root, path)
        ? Optional.of(JobFile.read(path))
        : Optional.empty();
  }

  Verdict verdict(String job) throws IOException {
    return verdict(job, existing(job), override(job));
  }

  Verdict verdict(String job, JobFile conf, Optional<JobFile> override) {
    return override.isPresent()
        ? JobDefinition.verdict(job, conf, override.get(), dialect)
        : JobDefinition.verdict(job, conf, dialect);
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
