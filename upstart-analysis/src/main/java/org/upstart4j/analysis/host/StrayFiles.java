package org.upstart4j.analysis.host;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files that look as if they defined a job, and that Upstart does not read. */
final class StrayFiles {

  /** Where Upstart read its jobs before 0.6. */
  private static final Path OLD_FOLDER = Path.of("/etc/event.d");

  private static final String CONF = ".conf";

  private StrayFiles() {}

  /** What editors and package managers put beside a job's file, or in place of it; sorted. */
  static List<String> backups(Path folder, String job) {
    List<String> found = new ArrayList<>();
    try {
      Path conf = folder.resolve(job + CONF).normalize();
      if (!conf.startsWith(folder)) {
        return List.of();
      }
      String start = String.valueOf(conf.getFileName());
      try (DirectoryStream<Path> files =
          Files.newDirectoryStream(conf.getParent(), file -> isBackup(file, start))) {
        files.forEach(file -> found.add(file.toString()));
      }
    } catch (IOException | DirectoryIteratorException | InvalidPathException notThere) {
      return List.of();
    }
    found.sort(null);
    return found;
  }

  private static boolean isBackup(Path file, String conf) {
    String name = String.valueOf(file.getFileName());
    return name.length() > conf.length()
        && name.startsWith(conf)
        && ".~-".indexOf(name.charAt(conf.length())) >= 0
        && !name.endsWith(CONF)
        && Files.isRegularFile(file);
  }

  /** The file of the same job in the folder of Upstart 0.5 and before. */
  static List<String> ofOldUpstart(String job) {
    try {
      Path file = OLD_FOLDER.resolve(job).normalize();
      return file.startsWith(OLD_FOLDER) && Files.isRegularFile(file)
          ? List.of(file.toString())
          : List.of();
    } catch (InvalidPathException noName) {
      return List.of();
    }
  }
}
