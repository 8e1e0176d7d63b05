package org.upstart4j.fleet.inventory.internal.source;

import java.nio.file.Path;

/** The parts of names of files. */
final class FileNames {

  private FileNames() {}

  /** {@return the part from the last dot on, or nothing; dots in front don't count} */
  static String extension(Path path) {
    return extension(String.valueOf(path.getFileName()));
  }

  /** {@return the part from the last dot on, or nothing; dots in front don't count} */
  static String extension(String name) {
    int front = 0;
    while (front < name.length() && name.charAt(front) == '.') {
      front++;
    }
    int dot = name.lastIndexOf('.');
    return dot > front ? name.substring(dot) : "";
  }
}
