package org.upstart4j.testcontainers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;

/** Makes the folder of jobs that a container gets. */
final class GivenJobs {

  static final JobFolder NONE = JobFolder.of(Map.of());

  private GivenJobs() {}

  /** Adds one job. */
  static JobFolder with(JobFolder jobs, String name, JobFile file) {
    return jobs.with(conf(name), file);
  }

  /** A name is a path in the folder of jobs, and must not lead out of it. */
  private static String conf(String name) {
    boolean isFile =
        Arrays.stream(name.split("/", -1))
            .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    if (!isFile || name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "A job's name is its file's path in the folder of jobs, and this is none: \""
              + name
              + '"');
    }
    return name + ".conf";
  }

  /** Reads a job file. */
  static JobFile read(Path file) {
    try {
      return JobFile.read(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Adds the conf and override files of a folder. */
  static JobFolder with(JobFolder jobs, Path folder) {
    JobFolder read = folder(folder);
    read.unreadable()
        .forEach(
            (path, problem) -> {
              throw new UncheckedIOException(
                  new IOException(folder.resolve(path) + ": " + problem.message()));
            });
    return jobs.with(read.files());
  }

  private static JobFolder folder(Path folder) {
    try {
      return JobDirectory.of(folder).read();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
