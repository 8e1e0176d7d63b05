package org.upstart4j.embedded.internal.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upstart4j.embedded.internal.log.LogText;
import org.upstart4j.jobfile.JobDirectory;

/** The job files of a folder: their order, and the jobs that they belong to. */
final class JobFiles {

  private static final Logger LOG = LoggerFactory.getLogger("org.upstart4j.embedded");
  private static final String CONF = ".conf";
  static final String OVERRIDE = ".override";

  private JobFiles() {}

  static boolean isJobFile(Path path) {
    return path.toString().endsWith(CONF) || isOverride(path);
  }

  static boolean isOverride(Path path) {
    return path.toString().endsWith(OVERRIDE);
  }

  /**
   * Returns all files in the order in which Upstart goes through them: in each folder by the bytes
   * of their names, and through a sub-folder where its own name stands.
   */
  static List<Path> in(JobDirectory directory) throws IOException {
    try {
      List<Path> files = new ArrayList<>(directory.files());
      files.sort(JobFiles::inOrder);
      return files;
    } catch (DirectoryIteratorException failure) {
      throw failure.getCause();
    }
  }

  static int inOrder(Path one, Path other) {
    int depth = Math.min(one.getNameCount(), other.getNameCount());
    for (int i = 0; i < depth; i++) {
      int order = one.getName(i).compareTo(other.getName(i));
      if (order != 0) {
        return order;
      }
    }
    return one.getNameCount() - other.getNameCount();
  }

  /**
   * Returns the name of the job that a file belongs to.
   *
   * @return null if the file's name is no text, so that the job cannot be named; the log says so
   */
  static @Nullable String job(Path root, Path file) {
    String path = root.relativize(file).toString();
    if (isFileOf(root, path, file)) {
      return path.substring(0, path.lastIndexOf('.'));
    }
    LOG.error(
        "{}: Ignored, as its name is no text in the encoding of this program, {}",
        file.toUri(),
        System.getProperty("sun.jnu.encoding"));
    return null;
  }

  private static boolean isFileOf(Path root, String path, Path file) {
    try {
      return root.resolve(path).equals(file);
    } catch (InvalidPathException unknown) {
      LOG.trace("{} does not lead back to its file", LogText.visible(path), unknown);
      return false;
    }
  }
}
