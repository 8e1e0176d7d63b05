package org.upstart4j.it.fleet.scale;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.upstart4j.it.Project;

/** Many hosts, each with an engine in one of a few JVMs, to which {@link FakeSsh} leads. */
final class ManyHosts implements AutoCloseable {

  private static final int HOSTS_A_JVM = 250;

  private final Path folder;
  private final Path path;
  private final List<String> names;
  private final List<Measured> jvms = new ArrayList<>();

  private ManyHosts(Path folder, int count) throws IOException {
    this.folder = folder;
    this.path = FakeSsh.in(folder);
    this.names = IntStream.range(0, count).mapToObj("h%04d"::formatted).toList();
    Files.write(folder.resolve("hosts.ini"), names);
  }

  /**
   * Starts hosts.
   *
   * @param fault what is wrong with a host, by its number, if anything is
   */
  static ManyHosts in(Path folder, int count, IntFunction<Optional<Fault>> fault)
      throws IOException {
    ManyHosts hosts = new ManyHosts(folder, count);
    for (int i = 0; i < count; i++) {
      Optional<Fault> wrong = fault.apply(i);
      if (wrong.isPresent()) {
        Files.createFile(folder.resolve(wrong.get().file(hosts.names.get(i))));
      }
    }
    for (int first = 0; first < count; first += HOSTS_A_JVM) {
      hosts.serve(hosts.names.subList(first, Math.min(count, first + HOSTS_A_JVM)));
    }
    hosts.jvms.forEach(jvm -> jvm.await("listens"::equals));
    return hosts;
  }

  private void serve(List<String> some) {
    List<String> line = new ArrayList<>(java("-Xmx400m"));
    line.addAll(List.of(ServedHosts.class.getName(), folder.toString()));
    line.addAll(some);
    jvms.add(Measured.start(folder, Map.of("LC_ALL", "C.UTF-8"), line));
  }

  private static List<String> java(String... options) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss256k"));
    line.addAll(List.of(options));
    line.addAll(List.of("-cp", System.getProperty("java.class.path")));
    return line;
  }

  List<String> names() {
    return names;
  }

  /** Runs a program of this package, which reads the hosts from {@code hosts.ini}. */
  Measured program(Class<?> program, String... arguments) {
    List<String> line = java("-Xmx512m");
    line.add(program.getName());
    line.addAll(List.of(arguments));
    return Measured.start(folder, environment(), line);
  }

  /** Runs {@code upstart} with this inventory. */
  Measured upstart(String... arguments) {
    List<String> line = new ArrayList<>(List.of("/bin/sh"));
    line.add(Project.file("bin/upstart").toString());
    line.addAll(List.of("--inventory", "hosts.ini"));
    line.addAll(List.of(arguments));
    return Measured.start(folder, environment(), line);
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    environment.put("PATH", path + ":/usr/bin:/bin");
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("LC_ALL", "C.UTF-8");
    return environment;
  }

  /** Emits an event on all hosts. */
  void emit(String event) {
    jvms.forEach(jvm -> jvm.say(event));
    jvms.forEach(jvm -> jvm.await(("emitted " + event)::equals));
  }

  /** Returns what runs of the programs that lead to the hosts: none but they have our path. */
  List<String> running() throws IOException {
    List<String> running = new ArrayList<>();
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      for (ProcessHandle process : all.toList()) {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        if (read(proc.resolve("environ")).contains(folder.toString())) {
          running.add(read(proc.resolve("cmdline")).replace('\0', ' '));
        }
      }
    }
    return running;
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException gone) {
      return "";
    }
  }

  @Override
  public void close() {
    jvms.forEach(Measured::end);
  }
}
