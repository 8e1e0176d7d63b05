package org.upstart4j.analysis.host;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Says why a file could not be read. */
final class ReadFailure {

  private ReadFailure() {}

  static String text(Path file, IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "this user may not read " + file;
    } else if (failure instanceof NoSuchFileException) {
      return "there is no " + file;
    } else if (failure instanceof NotDirectoryException) {
      return file + " is no folder";
    }
    return failure instanceof FileSystemException system && system.getReason() != null
        ? file + " could not be read: " + system.getReason()
        : file + " could not be read: " + failure.getMessage();
  }
}
