package org.upstart4j.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The job files to measure with: every file below a directory. */
final class Corpus {

  private static final String PROPERTY = "corpus";
  private static final String DEFAULT = "../shared/corpus/real/files";

  private final List<byte[]> files;

  private Corpus(List<byte[]> files) {
    this.files = files;
  }

  /** The directory that {@code -Dcorpus} names. */
  static Path directory() {
    return Path.of(System.getProperty(PROPERTY, DEFAULT)).toAbsolutePath().normalize();
  }

  /** Says why nothing is measured, if there is no such directory. */
  static boolean isMissing() {
    if (Files.isDirectory(directory())) {
      return false;
    }
    System.out.println(
        "Skipped: there is no directory "
            + directory()
            + ". Name one that holds job files with -D"
            + PROPERTY
            + "=DIR.");
    return true;
  }

  /** The option that makes another JVM read the same directory. */
  static String option() {
    return "-D" + PROPERTY + "=" + directory();
  }

  static Corpus read() {
    List<byte[]> files = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(directory())) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        files.add(Files.readAllBytes(path));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new Corpus(files);
  }

  List<byte[]> files() {
    return files;
  }

  long bytes() {
    return files.stream().mapToLong(file -> file.length).sum();
  }

  @Override
  public String toString() {
    return files.size() + " files, " + bytes() + " bytes, from " + directory();
  }
}
