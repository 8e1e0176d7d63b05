package org.upstart4j.cli.prove.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of a machine.
 *
 * @param path the folder of all of them
 * @param stage where the probes are, as its processes see it
 * @param contents what is to be seen there
 */
record MachineFolder(Path path, Path stage, Path contents) {

  Path units() {
    return path.resolve("units");
  }

  Path configuration() {
    return path.resolve("system.conf");
  }

  Path console() {
    return path.resolve("console");
  }

  Path bootLog() {
    return path.resolve("boot.log");
  }

  Path guardLog() {
    return path.resolve("guard.log");
  }

  /** The name of the machine's control group. */
  String name() {
    return path.toString().substring(1).replace('/', '-');
  }

  void create() throws IOException {
    Files.createDirectories(units());
    Files.writeString(configuration(), DefaultLimits.systemConf());
    for (Path file : List.of(console(), bootLog(), guardLog())) {
      Files.createFile(file);
    }
  }

  /** What all of them have said. */
  String logs() {
    StringBuilder logs = new StringBuilder();
    for (Path file : List.of(guardLog(), bootLog(), console())) {
      try {
        logs.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return logs.toString().strip();
  }
}
