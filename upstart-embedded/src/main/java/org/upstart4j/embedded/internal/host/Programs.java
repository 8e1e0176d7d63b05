package org.upstart4j.embedded.internal.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The machine's programs that set processes up, where they are. */
final class Programs {

  private static final String USUAL = "/usr/sbin:/usr/bin:/sbin:/bin";
  private static final Map<String, Optional<String>> FOUND = new ConcurrentHashMap<>();

  private Programs() {}

  /** Returns the folders that are searched, as in {@code PATH}. */
  static String path() {
    String path = System.getenv("PATH");
    return path == null || path.isEmpty() ? USUAL : USUAL + ":" + path;
  }

  static Optional<String> find(String name) {
    return FOUND.computeIfAbsent(name, Programs::search);
  }

  /** Returns a program's path; a step that needs one that is not there cannot be done. */
  static String require(String name, String step) throws SetupException {
    return find(name).orElseThrow(() -> new SetupException(step, SetupException.NOT_FOUND));
  }

  private static Optional<String> search(String name) {
    List<Path> folders = new ArrayList<>();
    for (String folder : path().split(":", -1)) {
      if (folder.startsWith("/")) {
        folders.add(Path.of(folder));
      }
    }
    return folders.stream()
        .map(folder -> folder.resolve(name))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .map(Path::toString)
        .findFirst();
  }
}
