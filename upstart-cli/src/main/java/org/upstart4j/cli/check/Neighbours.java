package org.upstart4j.cli.check;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.upstart4j.jobfile.JobFile;

/** Reads the job files beside others, as far as they can be read. */
final class Neighbours {

  private Neighbours() {}

  /** The job files of a folder but for some, by name; not those of folders below. */
  static Map<String, JobFile> read(Path folder, Set<String> known) {
    Map<String, JobFile> files = new TreeMap<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = String.valueOf(entry.getFileName());
        if (JobNames.isJobFile(name) && !known.contains(name) && counts(entry, name)) {
          read(entry, name, files);
        }
      }
    } catch (IOException | DirectoryIteratorException unreadable) {
      // then nothing is known about it, which nobody asked for
    }
    return files;
  }

  /** Upstart follows no links to override files. */
  private static boolean counts(Path entry, String name) {
    return Files.isRegularFile(entry)
        && !(name.endsWith(".override") && Files.isSymbolicLink(entry));
  }

  private static void read(Path entry, String name, Map<String, JobFile> files) {
    try {
      files.put(name, JobFile.read(entry));
    } catch (IOException unreadable) {
      // as above
    }
  }
}
