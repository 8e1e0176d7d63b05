package org.upstart4j.cli.prove.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.upstart4j.systemd.option.SystemdVersion;

/** Whether this machine can run a systemd of one's own. */
public sealed interface SystemdHost {

  /**
   * It can.
   *
   * @param root another root directory whose systemd it is; none for the machine's own
   * @param program the path of systemd below the root
   * @param version its version
   * @param cgroups where the unified hierarchy of control groups is mounted
   */
  record Ready(Optional<Path> root, String program, SystemdVersion version, Path cgroups)
      implements SystemdHost {}

  /**
   * It cannot.
   *
   * @param reasons what is missing, each in a sentence
   */
  record Lacking(List<String> reasons) implements SystemdHost {}

  /** {@return whether this machine's own systemd can be run} */
  static SystemdHost here() {
    return find(Optional.empty());
  }

  /**
   * Says whether the systemd of another root directory can be run.
   *
   * @param root a directory with a distribution's files
   * @return whether it can
   */
  static SystemdHost in(Path root) {
    return find(Optional.of(root.toAbsolutePath().normalize()));
  }

  private static SystemdHost find(Optional<Path> root) {
    List<String> reasons = new ArrayList<>();
    if (!isRoot()) {
      reasons.add("only root can boot a systemd");
    }
    for (String program : List.of("setsid", "unshare", "nsenter", "mount", "find")) {
      if (Stream.of(Program.PATH.split(":", -1))
          .noneMatch(folder -> Files.isExecutable(Path.of(folder, program)))) {
        reasons.add("there is no program " + program);
      }
    }
    Path below = root.orElse(Path.of("/"));
    Optional<String> systemd =
        Stream.of("/usr/lib/systemd/systemd", "/lib/systemd/systemd")
            .filter(path -> Files.isExecutable(below.resolve(path.substring(1))))
            .findFirst();
    if (systemd.isEmpty()) {
      reasons.add("there is no systemd below " + below);
    }
    Optional<Path> cgroups = cgroups();
    if (cgroups.isEmpty()) {
      reasons.add("there is no unified hierarchy of control groups");
    }
    if (!reasons.isEmpty() || systemd.isEmpty() || cgroups.isEmpty()) {
      return new Lacking(List.copyOf(reasons));
    }
    return version(root, systemd.get())
        .<SystemdHost>map(version -> new Ready(root, systemd.get(), version, cgroups.get()))
        .orElseGet(() -> new Lacking(List.of(systemd.get() + " does not tell its version")));
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return false;
    }
  }

  private static Optional<Path> cgroups() {
    try (Stream<String> mounts = Files.lines(Path.of("/proc/self/mounts"))) {
      return mounts
          .map(line -> Arrays.asList(line.split(" ", -1)))
          .filter(fields -> fields.size() > 3 && fields.get(2).equals("cgroup2"))
          .filter(fields -> Arrays.asList(fields.get(3).split(",", -1)).contains("rw"))
          .map(fields -> Path.of(fields.get(1)))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The number after the first word, as in {@code systemd 252 (252.38-1)}. */
  private static Optional<SystemdVersion> version(Optional<Path> root, String systemd) {
    List<String> command = new ArrayList<>();
    root.ifPresent(path -> command.addAll(List.of("chroot", path.toString())));
    command.addAll(List.of(systemd, "--version"));
    String[] words = new Program(command).run(Duration.ofSeconds(10)).output().split("\\s+", 3);
    return words.length > 1 && words[1].matches("\\d{1,6}")
        ? Optional.of(new SystemdVersion(Integer.parseInt(words[1])))
        : Optional.empty();
  }
}
