package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.upstart4j.Environment;
import org.upstart4j.ProcessType;
import org.upstart4j.embedded.process.ProcessSpawner;
import org.upstart4j.embedded.process.SpawnRequest;
import org.upstart4j.embedded.process.SpawnedProcess;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobFile;

/** Real processes for a test, which all write into one log. */
final class Host implements AutoCloseable {

  static final Environment ENVIRONMENT =
      new Environment(
          List.of(
              "PATH=/usr/local/sbin:/usr/local/bin:/usr/bin:/usr/sbin:/sbin:/bin",
              "TERM=linux",
              "UPSTART_JOB=job",
              "UPSTART_INSTANCE="));

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  final ProcessSpawner processes;
  final Path log;

  Host(Path folder) {
    this(folder, new HostProcesses());
  }

  Host(Path folder, ProcessSpawner processes) {
    this.processes = processes;
    this.log = folder.resolve("job.log");
  }

  /** What the tests of one process say. */
  final class Request {

    private final String stanzas;
    private ProcessType type = ProcessType.MAIN;
    private Environment environment = ENVIRONMENT;
    private Path into = log;
    private boolean rootFolder = true;

    private Request(String... stanzas) {
      this.stanzas = String.join("\n", stanzas) + "\nexec true\n";
    }

    Request type(ProcessType changed) {
      type = changed;
      return this;
    }

    Request environment(Environment changed) {
      environment = changed;
      return this;
    }

    Request log(Path changed) {
      into = changed;
      return this;
    }

    Request beginsWhereTheEngineIs() {
      rootFolder = false;
      return this;
    }

    Spawned run(String... command) {
      return spawn(List.of(command), Optional.empty());
    }

    Spawned shell(String script) {
      return run("/bin/sh", "-e", "-c", script, "/bin/sh");
    }

    Spawned longScript(String script) {
      return spawn(List.of("/bin/sh", "-e", "/proc/self/fd/9"), Optional.of(script));
    }

    private Spawned spawn(List<String> command, Optional<String> script) {
      JobDefinition job = JobDefinition.of("job", JobFile.parse(stanzas));
      Observed observed = new Observed();
      SpawnRequest request =
          new SpawnRequest(
              job, "", type, command, script, environment, Optional.of(into), rootFolder);
      return new Spawned(processes.spawn(request, observed), observed);
    }
  }

  /**
   * A process and what became of it.
   *
   * @param process the process
   * @param observed what became of it
   */
  record Spawned(SpawnedProcess process, Observed observed) {

    /** Waits for the process id; returns 0 if there is none. */
    int pid() {
      return observed.pid();
    }
  }

  Request job(String... stanzas) {
    return new Request(stanzas);
  }

  /** Runs a script to its end and returns what it has written. */
  String output(Request request, String script) {
    assertThat(request.shell(script).observed().toTheEnd()).containsExactly("executed", "ended 0");
    return logged();
  }

  /** Returns what was written so far; a log that nothing was written to is not there. */
  String logged() {
    try {
      return Files.readString(log, StandardCharsets.UTF_8);
    } catch (NoSuchFileException nothing) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] loggedBytes() {
    try {
      return Files.readAllBytes(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("time is over").isLessThan(deadline);
      Thread.onSpinWait();
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(2);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Says whether a process runs, and has not only been left unasked about. */
  static boolean runs(int pid) {
    return "ZX".indexOf(state(pid)) < 0;
  }

  /** Returns a process's state as a letter, X if there is no such process. */
  static char state(int pid) {
    String stat = read(Path.of("/proc/" + pid + "/stat"));
    return stat.isEmpty() ? 'X' : stat.charAt(stat.lastIndexOf(')') + 2);
  }

  static String commandLine(int pid) {
    return read(Path.of("/proc/" + pid + "/cmdline")).replace('\0', ' ');
  }

  /** Returns a process's user, its group and all its groups. */
  static List<String> ids(int pid) {
    List<String> ids = new ArrayList<>();
    for (String line : read(Path.of("/proc/" + pid + "/status")).split("\n")) {
      List<String> words = List.of(line.strip().split("\\s+"));
      switch (words.get(0)) {
        case "Uid:", "Gid:" -> ids.add(words.get(1));
        case "Groups:" -> ids.addAll(words.subList(1, words.size()));
        default -> {}
      }
    }
    return ids;
  }

  /** Returns the number of a process's terminal. */
  static String terminal(int pid) {
    String stat = read(Path.of("/proc/" + pid + "/stat"));
    return stat.isEmpty() ? "" : stat.substring(stat.lastIndexOf(')') + 2).split(" ")[4];
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException gone) {
      return "";
    }
  }

  static List<Integer> numbers(String text) {
    List<Integer> numbers = new ArrayList<>();
    Arrays.stream(text.strip().split("\\s+")).map(Integer::valueOf).forEach(numbers::add);
    return numbers;
  }

  @Override
  public void close() {
    processes.close();
  }
}
