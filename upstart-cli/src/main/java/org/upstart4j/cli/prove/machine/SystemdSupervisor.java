package org.upstart4j.cli.prove.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.upstart4j.Environment;
import org.upstart4j.Signal;
import org.upstart4j.systemd.option.SystemdVersion;

/** A systemd of one's own, in namespaces, with no units but those to try. */
public final class SystemdSupervisor implements Supervisor {

  private static final String IDLE = "[Unit]\nDescription=Nothing runs\nDefaultDependencies=no\n";

  /** What brings the machine down without ending it; nobody may start shutdown.target itself. */
  private static final String DOWN =
      """
      [Unit]
      Description=All is stopped
      DefaultDependencies=no
      Requires=shutdown.target
      After=shutdown.target
      """;

  private final Namespaces namespaces;
  private final MachineFolder folder;
  private final Units units;
  private final SystemdVersion version;
  private final Duration limit;

  private SystemdSupervisor(
      Namespaces namespaces,
      MachineFolder folder,
      Units units,
      SystemdVersion version,
      Duration limit) {
    this.namespaces = namespaces;
    this.folder = folder;
    this.units = units;
    this.version = version;
    this.limit = limit;
  }

  /** Whether the machine starts jobs when it comes up. */
  public enum Enabling {
    /** It starts those that are enabled. */
    FOR_BOOT,
    /** It starts none; only other units do. */
    BY_OTHERS
  }

  /**
   * Boots a systemd. Nothing is started yet.
   *
   * @param host the machine
   * @param units the units to try
   * @param path a folder for its files, which is made
   * @param stage where the probes are, as its processes see it
   * @param contents the folder to be seen there
   * @param enabling whether jobs start with the machine
   * @param limit how long a command may take
   * @return the machine
   * @throws MachineException if it does not come up
   */
  public static SystemdSupervisor boot(
      SystemdHost.Ready host,
      Units units,
      Path path,
      Path stage,
      Path contents,
      Enabling enabling,
      Duration limit) {
    MachineFolder folder = new MachineFolder(path, stage, contents);
    try {
      folder.create();
      Files.writeString(folder.units().resolve("upstart4j-idle.target"), IDLE);
      Files.writeString(folder.units().resolve("upstart4j-down.target"), DOWN);
      for (Map.Entry<String, byte[]> file : units.files().entrySet()) {
        write(
            file.getKey().startsWith(Units.HELPERS + "/") ? contents : folder.units(),
            file.getKey(),
            file.getValue());
      }
      SystemdSupervisor machine =
          new SystemdSupervisor(
              Namespaces.boot(host, folder), folder, units, host.version(), limit);
      machine.enable(enabling);
      return machine;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path folder, String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder)) {
      throw new IllegalArgumentException("A file of a conversion stays in its folder: " + name);
    }
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private void enable(Enabling enabling) throws IOException {
    if (units.enabled().isEmpty()) {
      return;
    }
    List<String> words = new ArrayList<>(List.of("enable", "--"));
    words.addAll(units.enabled());
    Outcome outcome = systemctl(words);
    if (outcome.result() != Outcome.Result.DONE) {
      close();
      throw new MachineException("systemctl cannot enable the units: " + outcome.message());
    }
    if (enabling == Enabling.BY_OTHERS) {
      forgetBoot();
      systemctl(List.of("daemon-reload"));
    }
  }

  /** Removes the links that start units with the machine's own targets. */
  private void forgetBoot() throws IOException {
    try (Stream<Path> all = Files.list(folder.units())) {
      for (Path wants : all.filter(this::isOfBoot).toList()) {
        try (Stream<Path> links = Files.list(wants)) {
          for (Path link : links.filter(Files::isSymbolicLink).toList()) {
            Files.delete(link);
          }
        }
      }
    }
  }

  private boolean isOfBoot(Path wants) {
    String name = folder.units().relativize(wants).toString();
    return name.matches(".*\\.target\\.(wants|requires)")
        && !Files.exists(folder.units().resolve(name.substring(0, name.lastIndexOf('.'))));
  }

  @Override
  public String name() {
    return "systemd " + version;
  }

  @Override
  public Outcome start(String job, Environment variables) {
    return systemctl("start", unit(job, variables));
  }

  @Override
  public Outcome stop(String job, Environment variables) {
    return systemctl("stop", unit(job, variables));
  }

  @Override
  public Outcome restart(String job, Environment variables) {
    return systemctl("restart", unit(job, variables));
  }

  @Override
  public Outcome reload(String job, Environment variables) {
    return systemctl("reload", unit(job, variables));
  }

  @Override
  public Outcome emit(String event) {
    return systemctl("start", "event-" + event + ".service");
  }

  @Override
  public Outcome boot() {
    return systemctl("start", "multi-user.target");
  }

  @Override
  public Outcome shutdown() {
    return systemctl("start", "upstart4j-down.target");
  }

  @Override
  public Outcome kill(int pid, Signal signal) {
    return namespaces
        .program("kill", "-" + signal.number(), String.valueOf(pid))
        .run(limit)
        .outcome();
  }

  @Override
  public JobState state(String job, Environment variables) {
    Map<String, String> properties = properties(unit(job, variables));
    boolean task =
        "oneshot".equals(properties.get("Type"))
            && "no".equals(properties.get("RemainAfterExit"))
            && "start".equals(properties.get("SubState"));
    return switch (properties.getOrDefault("ActiveState", "")) {
      case "inactive", "failed" -> JobState.WAITING;
      case "active", "reloading" -> JobState.RUNNING;
      case "deactivating" -> JobState.STOPPING;
      default -> task ? JobState.RUNNING : JobState.STARTING;
    };
  }

  private Map<String, String> properties(String unit) {
    String text =
        namespaces
            .program(
                "systemctl", "show", "-p", "ActiveState,SubState,Type,RemainAfterExit", "--", unit)
            .run(limit)
            .output();
    Map<String, String> properties = new HashMap<>();
    text.lines()
        .map(line -> line.split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> properties.put(pair[0], pair[1]));
    return properties;
  }

  /** The name of the unit, or of the template's instance. */
  private String unit(String job, Environment variables) {
    String name = units.name(job);
    if (!name.contains("@.") || variables.isEmpty()) {
      return name;
    }
    String variable = variables.entries().get(0);
    String value = variable.substring(variable.indexOf('=') + 1);
    return namespaces
        .program("systemd-escape", "--template=" + name, "--", value)
        .run(limit)
        .output()
        .strip();
  }

  private Outcome systemctl(String command, String unit) {
    return systemctl(List.of(command, "--", unit));
  }

  private Outcome systemctl(List<String> words) {
    List<String> command = new ArrayList<>(List.of("systemctl"));
    command.addAll(words);
    return namespaces.program(command.toArray(String[]::new)).run(limit).outcome();
  }

  @Override
  public boolean isAlive(String pid) {
    return namespaces.proc().isAlive(pid);
  }

  /** {@return what systemd has said so far} */
  public String log() {
    return folder.logs();
  }

  @Override
  public void close() {
    namespaces.close();
  }
}
