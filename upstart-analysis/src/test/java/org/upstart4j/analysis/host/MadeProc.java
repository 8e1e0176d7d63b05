package org.upstart4j.analysis.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that is laid out as {@code /proc} is. */
final class MadeProc {

  private final Path folder;

  MadeProc(Path folder) {
    this.folder = folder;
  }

  MadeProc uptime(String seconds) throws IOException {
    Files.writeString(folder.resolve("uptime"), seconds + " 0.00\n");
    return this;
  }

  MadeProc process(int pid, int parent, String name, char state, long began) throws IOException {
    Files.createDirectories(folder.resolve(String.valueOf(pid)));
    Files.writeString(
        file(pid, "stat"),
        pid + " (" + name + ") " + state + " " + parent + " 1".repeat(17) + " " + began + " 0 0\n");
    return this;
  }

  MadeProc command(int pid, String... words) throws IOException {
    Files.writeString(file(pid, "cmdline"), String.join("\0", words) + "\0");
    return this;
  }

  private Path file(int pid, String name) {
    return folder.resolve(String.valueOf(pid)).resolve(name);
  }
}
