package org.upstart4j.embedded.internal.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Says which files some user may run. That of another user is judged by the mode of the file and of
 * its folders, without access control lists.
 *
 * @param other the other user; the one that this process runs as if empty
 */
record Access(Optional<Credentials> other) {

  private static final int ANY_EXECUTE = 0111;

  /**
   * Says whether a file may be run.
   *
   * @param file the file; no link
   * @param root the root directory that it lies below
   * @return whether it may
   * @throws IOException if it is not there
   */
  boolean mayRun(Path file, Path root) throws IOException {
    if (other.isEmpty()) {
      return Files.isExecutable(file);
    }
    if (other.get().user() == 0) {
      return (number(file, "mode") & ANY_EXECUTE) != 0;
    }
    for (Path step = file; step != null && step.startsWith(root); step = step.getParent()) {
      if (!mayEnter(other.get(), step)) {
        return false;
      }
    }
    return true;
  }

  private static boolean mayEnter(Credentials who, Path step) throws IOException {
    int mode = number(step, "mode");
    if (number(step, "uid") == who.user()) {
      return (mode & 0100) != 0;
    }
    return (mode & (who.groups().contains(number(step, "gid")) ? 0010 : 0001)) != 0;
  }

  private static int number(Path file, String attribute) throws IOException {
    return (Integer) Files.getAttribute(file, "unix:" + attribute);
  }
}
