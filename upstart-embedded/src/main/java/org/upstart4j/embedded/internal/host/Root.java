package org.upstart4j.embedded.internal.host;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A root directory, as processes see it that have changed to it: links within lead nowhere outside.
 *
 * @param folder the directory
 */
record Root(Path folder) {

  private static final int MOST_LINKS = 40;

  static final Root MACHINE = new Root(Path.of("/"));

  boolean isMachine() {
    return folder.equals(MACHINE.folder);
  }

  /**
   * Returns where a file lies on the machine.
   *
   * @param inside its absolute path below this root
   * @return its path without links, or the path itself if this is the machine's own root
   * @throws IOException if it is not there
   */
  Path resolve(Path inside) throws IOException {
    return isMachine() ? inside : walk(inside);
  }

  private Path walk(Path inside) throws IOException {
    Deque<Path> left = new ArrayDeque<>();
    inside.forEach(left::add);
    Path place = folder;
    for (int links = 0; !left.isEmpty(); ) {
      Path next = place.resolve(left.remove().toString());
      if (next.endsWith("..")) {
        place = place.equals(folder) ? folder : parent(place);
      } else if (Files.isSymbolicLink(next)) {
        if (++links > MOST_LINKS) {
          throw new FileSystemException(next.toString(), null, "Too many levels of symbolic links");
        }
        Path target = Files.readSymbolicLink(next);
        place = target.isAbsolute() ? folder : place;
        push(left, target);
      } else {
        place = next.endsWith(".") ? place : next;
      }
    }
    return place;
  }

  private static Path parent(Path place) {
    Path parent = place.getParent();
    return parent == null ? place : parent;
  }

  private static void push(Deque<Path> left, Path target) {
    for (int i = target.getNameCount() - 1; i >= 0; i--) {
      left.push(target.getName(i));
    }
  }
}
