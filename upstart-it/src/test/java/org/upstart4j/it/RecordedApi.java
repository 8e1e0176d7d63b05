package org.upstart4j.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The exported API of a module, as the repository records it in {@code api}.
 *
 * @param text the text of {@link ExportedApi}, from the file or just made
 */
record RecordedApi(String text) {

  static RecordedApi read(Module module) throws IOException {
    Path file = file(module);
    return new RecordedApi(Files.exists(file) ? Files.readString(file) : "");
  }

  static RecordedApi of(Module module) {
    return new RecordedApi(ExportedApi.of(module.exportedClasses()));
  }

  void write(Module module) throws IOException {
    Files.writeString(file(module), text);
  }

  private static Path file(Module module) {
    return Project.file("api/" + module + ".txt");
  }

  /** Returns what this API has and the other has not: each member with its class. */
  List<String> without(RecordedApi other) {
    Set<String> only = entries();
    only.removeAll(other.entries());
    return List.copyOf(only);
  }

  private Set<String> entries() {
    Set<String> entries = new LinkedHashSet<>();
    String header = "";
    for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
      if (line.startsWith("  ")) {
        entries.add(header + " {" + line.substring(1) + " }");
      } else {
        header = line;
        entries.add(line);
      }
    }
    return entries;
  }
}
