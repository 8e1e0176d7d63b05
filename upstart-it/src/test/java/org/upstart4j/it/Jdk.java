package org.upstart4j.it;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A JDK of this machine.
 *
 * @param home where it is
 * @param version its first number
 */
record Jdk(Path home, int version) {

  private static final List<Path> USUAL_FOLDERS =
      List.of(
          Path.of("/usr/lib/jvm"),
          Path.of("/usr/java"),
          Path.of("/opt"),
          Path.of("/opt/java"),
          Path.of(System.getProperty("user.home"), ".sdkman/candidates/java"),
          Path.of(System.getProperty("user.home"), ".jdks"));

  /** Returns the one that runs the tests. */
  static Jdk own() {
    return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature());
  }

  /**
   * Looks for a JDK of a version: the one that runs the tests, that of the variable {@code
   * JAVA25_HOME} for version 25, and those in the usual folders.
   */
  static Optional<Jdk> find(int version) {
    return candidates(version).stream()
        .flatMap(home -> at(home).stream())
        .filter(jdk -> jdk.version == version)
        .findFirst();
  }

  private static List<Path> candidates(int version) {
    List<Path> homes = new ArrayList<>();
    homes.add(own().home);
    String told = System.getenv("JAVA" + version + "_HOME");
    if (told != null) {
      homes.add(Path.of(told));
    }
    for (Path folder : USUAL_FOLDERS) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> inside = Files.list(folder)) {
          inside.sorted().forEach(homes::add);
        } catch (IOException unreadable) {
          // then there is no JDK to use
        }
      }
    }
    return homes;
  }

  private static Optional<Jdk> at(Path home) {
    if (!Files.isExecutable(home.resolve("bin/java"))) {
      return Optional.empty();
    }
    Properties release = new Properties();
    try (InputStream in = Files.newInputStream(home.resolve("release"))) {
      release.load(in);
    } catch (IOException missing) {
      return Optional.empty();
    }
    String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
    return Optional.of(new Jdk(home, Integer.parseInt(version.split("\\D")[0])));
  }

  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }
}
