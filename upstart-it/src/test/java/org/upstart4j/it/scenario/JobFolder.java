package org.upstart4j.it.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.testkit.contract.JobFileWriter;

/** A folder of job files for one play, and one for what their processes write. */
final class JobFolder implements Folder {

  private final Path all;
  private final Path jobs;
  private final Path run;

  JobFolder() {
    try {
      all = Files.createTempDirectory("upstart-play");
      jobs = Files.createDirectory(all.resolve("conf"));
      run = Files.createDirectory(all.resolve("run"));
      all.toFile().setExecutable(true, false);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Path path() {
    return jobs;
  }

  /** Moves /run to a folder here, and uses the initctl that the jobs find. */
  @Override
  public void write(String name, String text) {
    String here = text.replace("/run/", run + "/").replace(Scenario.INITCTL, "initctl");
    files().write(name, JobFile.parse(here).toBytes());
  }

  @Override
  public void remove(String name) {
    try {
      Files.delete(jobs.resolve(name));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private JobFileWriter files() {
    return new JobFileWriter(jobs);
  }

  @Override
  public void close() {
    try (Stream<Path> walk = Files.walk(all)) {
      List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
