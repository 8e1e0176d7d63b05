package org.upstart4j.simulation.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.upstart4j.analysis.platform.Platform;
import org.upstart4j.analysis.platform.Target;

/** The boots of the platforms that come with upstart4j, each a scenario file. */
final class BootScenarios {

  private static final String ANY = "any";

  private static final Map<String, Scenario> READ = new ConcurrentHashMap<>();

  private BootScenarios() {}

  /** Returns the boot of a target; a platform of one's own has none, and boots as any version. */
  static Scenario of(Target target) {
    return target
        .platform()
        .map(Platform::name)
        .flatMap(BootScenarios::named)
        .orElseGet(() -> named(ANY).orElseThrow());
  }

  /** Says whether a target has a boot of its own. */
  static boolean isKnown(Target target) {
    return target.platform().map(Platform::name).flatMap(BootScenarios::named).isPresent();
  }

  /**
   * Returns the boot of a platform, by a name that {@link Platform#find} knows, or by a family's.
   */
  static Optional<Scenario> named(String name) {
    Scenario known = READ.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Scenario> boot =
        isPlain(name) ? text(name).map(ScenarioReader::read) : Optional.empty();
    boot.ifPresent(read -> READ.put(name, read));
    return boot;
  }

  /** Says whether it can be a name, and leads to no other file. */
  private static boolean isPlain(String name) {
    return name.chars()
        .allMatch(c -> c == '-' || c == '.' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'));
  }

  private static Optional<String> text(String name) {
    try (InputStream file = BootScenarios.class.getResourceAsStream(name + ".yaml")) {
      return file == null
          ? Optional.empty()
          : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
