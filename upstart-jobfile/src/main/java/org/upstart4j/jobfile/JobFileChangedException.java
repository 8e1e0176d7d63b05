package org.upstart4j.jobfile;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A file that is no longer what was read, so that writing it would lose somebody's change. */
public final class JobFileChangedException extends FileSystemException {

  private static final long serialVersionUID = 1;

  JobFileChangedException(Path file) {
    super(
        file.toString(),
        null,
        "somebody else changed the file since it was read; nothing was written. Read it again and"
            + " repeat the edit");
  }
}
