package org.upstart4j.cli.prove.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A {@code /proc}.
 *
 * @param path where it is
 */
record ProcFolder(Path path) {

  boolean isAlive(String pid) {
    try {
      String stat =
          Files.readString(path.resolve(pid).resolve("stat"), StandardCharsets.ISO_8859_1);
      return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
    } catch (IOException gone) {
      return false;
    }
  }
}
