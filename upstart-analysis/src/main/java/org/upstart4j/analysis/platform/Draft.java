package org.upstart4j.analysis.platform;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.version.UpstartVersion;

/** What is known of a platform while its file is read; of a family, all that there is. */
final class Draft {

  @Nullable String name;
  @Nullable String title;
  @Nullable UpstartVersion version;
  @Nullable Shell shell;
  boolean announcesScripts;
  final Map<String, ProvidedEvent> events = new TreeMap<>();
  final Map<String, ProvidedJob> jobs = new TreeMap<>();
  final Map<String, SysvScript> scripts = new TreeMap<>();

  /** Takes over what another one has, but neither of its names. */
  void takeOver(Draft other) {
    version = other.version;
    shell = other.shell;
    announcesScripts = other.announcesScripts;
    events.putAll(other.events);
    jobs.putAll(other.jobs);
    scripts.putAll(other.scripts);
  }

  /** {@return the name of something that is missing for a platform, or nothing} */
  Optional<String> missing() {
    if (name == null) {
      return Optional.of("name");
    }
    if (version == null) {
      return Optional.of("version");
    }
    return shell == null ? Optional.of("shell") : Optional.empty();
  }

  Description finish() {
    if (name == null || version == null || shell == null) {
      throw new IllegalStateException("Not complete: " + name);
    }
    return new Description(
        name,
        title == null ? name : title,
        version,
        shell,
        new Provided(events, jobs, scripts, announcesScripts));
  }
}
