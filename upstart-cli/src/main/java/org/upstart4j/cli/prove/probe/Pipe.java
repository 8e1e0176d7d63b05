package org.upstart4j.cli.prove.probe;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A named pipe, which Java cannot make itself. */
final class Pipe {

  private Pipe() {}

  static void create(Path path) throws IOException {
    Process process =
        new ProcessBuilder("mkfifo", "-m", "666", path.toString()).inheritIO().start();
    try {
      if (process.waitFor() != 0) {
        throw new FileSystemException(path.toString(), null, "mkfifo cannot make a pipe there");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while mkfifo ran", e);
    }
  }
}
