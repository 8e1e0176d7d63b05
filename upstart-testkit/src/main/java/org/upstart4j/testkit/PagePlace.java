package org.upstart4j.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Where the page of a test belongs.
 *
 * @param folder the folder
 * @param name the file's name
 */
record PagePlace(Path folder, String name) {

  /** The configuration parameter, or system property, that says where pages belong. */
  static final String PARAMETER = "upstart.pages";

  private static final String OFF = "off";
  private static final String FOLDER = "upstart";
  private static final List<String> GRADLE =
      List.of("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts");

  /** Returns where the page of a test belongs; nothing if there are to be none. */
  static Optional<PagePlace> of(ExtensionContext context) {
    String wanted = context.getConfigurationParameter(PARAMETER).orElse("").strip();
    if (wanted.equals(OFF)) {
      return Optional.empty();
    }
    Path folder =
        wanted.isEmpty() ? build(context.getRequiredTestClass()).resolve(FOLDER) : Path.of(wanted);
    return Optional.of(new PagePlace(folder, PageName.of(context) + ".html"));
  }

  /** The folder of what is built: target or build, of the project that the test belongs to. */
  static Path build(Class<?> test) {
    for (Path path = classes(test); path != null; path = path.getParent()) {
      if (isBuild(path)) {
        return path;
      }
    }
    Path here = Path.of("").toAbsolutePath();
    return here.resolve(isGradle(here) ? "build" : "target");
  }

  private static boolean isBuild(Path path) {
    Path project = path.getParent();
    return project != null
        && (path.endsWith("target")
            ? isMaven(project)
            : path.endsWith("build") && isGradle(project));
  }

  private static boolean isMaven(Path project) {
    return Files.exists(project.resolve("pom.xml"));
  }

  private static boolean isGradle(Path project) {
    return !isMaven(project)
        && GRADLE.stream().anyMatch(file -> Files.exists(project.resolve(file)));
  }

  private static @Nullable Path classes(Class<?> test) {
    try {
      return Path.of(
          Objects.requireNonNull(test.getProtectionDomain().getCodeSource()).getLocation().toURI());
    } catch (Exception notInAFolder) {
      return null;
    }
  }

  /** Writes the page in one step: whoever looks sees all of it, or an older one. */
  Path write(String page) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(name);
    Path draft = folder.resolve("." + UUID.randomUUID() + ".tmp");
    try {
      Files.writeString(draft, page, StandardCharsets.UTF_8);
      return Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
