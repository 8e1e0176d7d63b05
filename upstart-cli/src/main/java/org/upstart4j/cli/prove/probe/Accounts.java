package org.upstart4j.cli.prove.probe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The users and groups that a machine's files know.
 *
 * @param root the machine's root directory
 */
public record Accounts(Path root) {

  private static final String NOBODY = "nobody";

  /** A user of the machine: the given one if there is such a one, else nobody. */
  String user(String name) throws IOException {
    return knows("passwd", name) ? name : NOBODY;
  }

  /** A group of the machine: the given one if there is such a one, else nobody's. */
  String group(String name) throws IOException {
    if (knows("group", name)) {
      return name;
    }
    return knows("group", "nogroup") ? "nogroup" : NOBODY;
  }

  private boolean knows(String database, String name) throws IOException {
    List<String> lines =
        Files.readAllLines(root.resolve("etc").resolve(database), StandardCharsets.ISO_8859_1);
    String own = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    return lines.stream().anyMatch(line -> line.startsWith(own + ":"));
  }
}
