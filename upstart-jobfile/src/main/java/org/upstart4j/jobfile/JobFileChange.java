package org.upstart4j.jobfile;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A change of one job file, made or to be made.
 *
 * @param path where the file is
 * @param before what it holds; nothing if there is none
 * @param after what it is to hold; nothing if it is to be deleted
 */
public record JobFileChange(Path path, Optional<JobFile> before, Optional<JobFile> after) {

  /** {@return whether anything is to be written or deleted} */
  public boolean changes() {
    return !before.equals(after);
  }
}
