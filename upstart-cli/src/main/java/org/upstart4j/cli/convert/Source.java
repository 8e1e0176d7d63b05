package org.upstart4j.cli.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.command.Inputs;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.version.UpstartVersion;

/**
 * What is to be converted.
 *
 * @param name what it was called
 * @param folder the jobs
 * @param labels what files are called, by their paths in the folder; a file of a folder that was
 *     given is called by its path below that
 */
record Source(String name, JobFolder folder, Map<String, String> labels) {

  private static final String CONF = ".conf";
  private static final String OVERRIDE = ".override";

  /**
   * Reads a folder, a file with the override file beside it, or the standard input.
   *
   * @param word what was given
   * @param job what the job of a file is called, if not as the file
   * @param version the Upstart that reads them
   */
  static Source read(String word, Optional<String> job, UpstartVersion version) throws IOException {
    if (job.equals(Optional.of(""))) {
      throw new Misuse("a job's name is not empty");
    } else if (word.equals(Inputs.STANDARD_INPUT)) {
      String name = job.orElseThrow(() -> new Misuse("the standard input needs --job, its name"));
      return new Source(
          word, JobFolder.of(Map.of(name + CONF, Inputs.read(word))), Map.of(name + CONF, word));
    }
    Path path = Inputs.path(word);
    return Files.isDirectory(path)
        ? new Source(word, JobDirectory.of(path, version).read(), Map.of())
        : file(word, path, job, version);
  }

  private static Source file(String word, Path path, Optional<String> job, UpstartVersion version)
      throws IOException {
    String file = String.valueOf(path.getFileName());
    if (file.endsWith(OVERRIDE)) {
      throw new Misuse(word + " changes a job; give the conf file of that job");
    }
    String stem = file.endsWith(CONF) ? file.substring(0, file.length() - CONF.length()) : file;
    String name = job.orElse(stem);
    Map<String, JobFile> files = new TreeMap<>();
    Map<String, String> labels = new TreeMap<>();
    files.put(name + CONF, Inputs.read(word));
    labels.put(name + CONF, word);
    Optional<JobFile> override = JobDirectory.of(folderOf(path), version).override(stem);
    if (override.isPresent()) {
      files.put(name + OVERRIDE, override.get());
      labels.put(name + OVERRIDE, path.resolveSibling(stem + OVERRIDE).toString());
    }
    return new Source(word, JobFolder.of(files), labels);
  }

  private static Path folderOf(Path path) {
    @Nullable Path parent = path.getParent();
    return parent == null ? Path.of(".") : parent;
  }

  /** Whether it is a whole folder. */
  boolean isFolder() {
    return labels.isEmpty();
  }

  /** What a file of the folder is called. */
  String label(String file) {
    @Nullable String label = labels.get(file);
    return label != null ? label : name.endsWith("/") ? name + file : name + "/" + file;
  }

  /** The files that could not be read, a line each. */
  List<String> unreadable() {
    return folder.unreadable().entrySet().stream()
        .map(entry -> label(entry.getKey()) + ": " + entry.getValue())
        .toList();
  }
}
