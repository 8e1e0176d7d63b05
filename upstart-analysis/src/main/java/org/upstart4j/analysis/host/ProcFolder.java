package org.upstart4j.analysis.host;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.analysis.reason.SeenProcess;

/** The processes of this machine, as {@code /proc} shows them at one moment. */
final class ProcFolder {

  private static final int MOST = 4096;
  private static final int LONGEST = 200;
  private static final int DEEPEST = 8;
  private static final int NANOS_PER_SECOND = 1_000_000_000;
  private static final String DELETED = " (deleted)";

  private final Path root;
  private final Remembered<Optional<Duration>> uptime = new Remembered<>(this::lookAtUptime);
  private final Remembered<Set<Integer>> pids = new Remembered<>(this::lookForPids);
  private final Remembered<Map<Integer, List<Integer>>> byParent =
      new Remembered<>(this::lookForChildren);
  private final Map<Integer, Optional<ProcessFacts>> facts = new HashMap<>();
  private final Map<Integer, Optional<SeenProcess>> seen = new HashMap<>();

  ProcFolder(Path root) {
    this.root = root;
  }

  /** Whether other users' processes can be seen: every user has process 1 before his eyes. */
  boolean isOpen() {
    return facts(1).isPresent();
  }

  boolean isThere(int pid) {
    return pids.get().contains(pid);
  }

  private Set<Integer> lookForPids() {
    Set<Integer> pids = new HashSet<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
      entries.forEach(entry -> number(entry.getFileName().toString()).ifPresent(pids::add));
    } catch (IOException | DirectoryIteratorException notListed) {
      return Set.of();
    }
    return pids;
  }

  Optional<Duration> uptime() {
    return uptime.get();
  }

  private Optional<Duration> lookAtUptime() {
    try {
      String text = FileText.start(root.resolve("uptime"), MOST);
      double seconds = Double.parseDouble(text.substring(0, text.indexOf(' ')));
      return Optional.of(Duration.ofNanos((long) (seconds * NANOS_PER_SECOND)));
    } catch (IOException | RuntimeException unknown) {
      return Optional.empty();
    }
  }

  /** How long a process runs. */
  Optional<Duration> age(int pid) {
    return facts(pid).flatMap(known -> uptime().map(known::age));
  }

  Optional<ProcessFacts> facts(int pid) {
    return facts.computeIfAbsent(pid, this::lookAtFacts);
  }

  private Optional<ProcessFacts> lookAtFacts(int pid) {
    try {
      return ProcessFacts.parse(FileText.start(file(pid, "stat"), MOST));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /** A process and those below it; nothing if there is none. */
  Optional<SeenProcess> process(int pid) {
    Optional<SeenProcess> known = seen.get(pid);
    if (known == null) {
      known = process(pid, 0);
      seen.put(pid, known);
    }
    return known;
  }

  private Optional<SeenProcess> process(int pid, int depth) {
    return facts(pid).map(found -> look(pid, found, depth));
  }

  private SeenProcess look(int pid, ProcessFacts found, int depth) {
    String line = commandLine(pid);
    return new SeenProcess(
        pid,
        line.isEmpty() ? "[" + found.name() + "]" : FileText.atMost(line, LONGEST),
        program(pid, found, line),
        found.state(),
        uptime().map(found::age),
        depth < DEEPEST ? below(pid, depth) : List.of());
  }

  private List<SeenProcess> below(int pid, int depth) {
    List<SeenProcess> below = new ArrayList<>();
    for (int child : children(pid)) {
      process(child, depth + 1).ifPresent(below::add);
    }
    return List.copyOf(below);
  }

  private String commandLine(int pid) {
    try {
      return FileText.start(file(pid, "cmdline"), MOST).replace('\0', ' ').strip();
    } catch (IOException gone) {
      return "";
    }
  }

  /** Only its owner may see which file runs; its name is seen by all, but may be changed. */
  private String program(int pid, ProcessFacts found, String line) {
    try {
      String path = Files.readSymbolicLink(file(pid, "exe")).toString();
      return name(
          path.endsWith(DELETED) ? path.substring(0, path.length() - DELETED.length()) : path);
    } catch (IOException | UnsupportedOperationException notShown) {
      int end = line.indexOf(' ');
      String called = name(end < 0 ? line : line.substring(0, end));
      return called.equals(found.name()) ? called : "";
    }
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The kernel lists children by thread, if it is built so. */
  private List<Integer> children(int pid) {
    Path tasks = file(pid, "task");
    List<Integer> all = new ArrayList<>();
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
      for (Path thread : threads) {
        for (String child : FileText.start(thread.resolve("children"), MOST).split(" ", -1)) {
          number(child).ifPresent(all::add);
        }
      }
      return all;
    } catch (IOException | DirectoryIteratorException notListed) {
      return byParent.get().getOrDefault(pid, List.of());
    }
  }

  private Map<Integer, List<Integer>> lookForChildren() {
    Map<Integer, List<Integer>> all = new HashMap<>();
    for (int pid : pids.get()) {
      facts(pid)
          .ifPresent(
              found -> all.computeIfAbsent(found.parent(), none -> new ArrayList<>()).add(pid));
    }
    return all;
  }

  /** Whether a variable of a process has a value; nobody but its owner may know. */
  boolean hasVariable(int pid, String entry) {
    try {
      String variables = FileText.start(file(pid, "environ"), 1 << 17);
      return ("\0" + variables).contains("\0" + entry + "\0");
    } catch (IOException notShown) {
      return false;
    }
  }

  private static Optional<Integer> number(String text) {
    try {
      return Optional.of(Integer.valueOf(text.strip()));
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  private Path file(int pid, String name) {
    return root.resolve(String.valueOf(pid)).resolve(name);
  }
}
