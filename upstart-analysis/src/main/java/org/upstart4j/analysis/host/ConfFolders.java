package org.upstart4j.analysis.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.upstart4j.analysis.reason.KnownFolder;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.version.UpstartVersion;

/** The folders of job files. */
final class ConfFolders {

  /** The folder of process 1. */
  static final Path SYSTEM = Path.of("/etc/init");

  private static final Path OF_ALL_SESSIONS = Path.of("/usr/share/upstart/sessions");

  private final MachineClock clock;
  private final Gaps gaps;

  ConfFolders(MachineClock clock, Gaps gaps) {
    this.clock = clock;
    this.gaps = gaps;
  }

  /** The folders of a session that there are, those that count more first. */
  static List<Path> ofSession(Map<String, String> variables, Path home) {
    Set<Path> folders = new LinkedHashSet<>();
    folders.add(
        absolute(variables.get("XDG_CONFIG_HOME"))
            .orElse(home.resolve(".config"))
            .resolve("upstart"));
    folders.add(home.resolve(".init"));
    for (String system : variables.getOrDefault("XDG_CONFIG_DIRS", "/etc/xdg").split(":", -1)) {
      absolute(system).ifPresent(folder -> folders.add(folder.resolve("upstart")));
    }
    folders.add(OF_ALL_SESSIONS);
    folders.removeIf(folder -> !Files.isDirectory(folder));
    return List.copyOf(folders);
  }

  /** Upstart passes over what is no absolute path. */
  static Optional<Path> absolute(@Nullable String path) {
    return path == null || !path.startsWith("/") ? Optional.empty() : Optional.of(Path.of(path));
  }

  List<KnownFolder> read(List<Path> paths, UpstartVersion version) {
    List<KnownFolder> folders = new ArrayList<>();
    for (Path path : paths) {
      try {
        JobFolder contents = JobDirectory.of(path, version).read();
        folders.add(new KnownFolder(path.toString(), contents, ages(path, contents)));
      } catch (IOException failure) {
        gaps.add("What " + path + " holds", ReadFailure.text(path, failure));
      }
    }
    return List.copyOf(folders);
  }

  private Map<String, Duration> ages(Path folder, JobFolder contents) {
    Map<String, Duration> ages = new HashMap<>();
    contents.files().keySet().forEach(name -> age(folder, name, ages));
    contents.unread().keySet().forEach(name -> age(folder, name, ages));
    return ages;
  }

  private void age(Path folder, String name, Map<String, Duration> ages) {
    try {
      ages.put(name, clock.since(changed(folder.resolve(name)).toInstant()));
    } catch (NoSuchFileException gone) {
      // removed since the folder was read
    } catch (IOException unknown) {
      gaps.add("When " + folder.resolve(name) + " was changed", "it cannot be looked at");
    }
  }

  /** A file may come with an old date, but not with an old change of its inode. */
  private static FileTime changed(Path file) throws IOException {
    FileTime written = Files.getLastModifiedTime(file);
    try {
      FileTime changed = (FileTime) Objects.requireNonNull(Files.getAttribute(file, "unix:ctime"));
      return changed.compareTo(written) > 0 ? changed : written;
    } catch (UnsupportedOperationException noUnix) {
      return written;
    }
  }
}
