package org.upstart4j.it;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project's files are. */
public final class Project {

  private Project() {}

  public static Path root() {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("mvnw"))) {
        return folder;
      }
    }
    throw new IllegalStateException("No folder with mvnw in it at or above " + start);
  }

  public static Path file(String path) {
    return root().resolve(path);
  }
}
