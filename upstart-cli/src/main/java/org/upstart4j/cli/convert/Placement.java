package org.upstart4j.cli.convert;

import java.nio.file.Path;

/**
 * A file, and what is there in its place.
 *
 * @param file the file
 * @param place where it goes
 * @param state what is there
 */
record Placement(NewFile file, Path place, State state) {

  /** What is there in the place of a file. */
  enum State {
    /** Nothing. */
    NEW,
    /** A file with the same bytes. */
    SAME,
    /** A file with other bytes, or a symbolic link. */
    OTHER,
    /** A folder, or anything else that no file replaces. */
    NO_FILE;

    /** Whether there is nothing to write. */
    boolean isDone() {
      return this == SAME;
    }
  }
}
