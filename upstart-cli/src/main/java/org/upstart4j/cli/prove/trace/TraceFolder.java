package org.upstart4j.cli.prove.trace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.upstart4j.Signal;

/**
 * The folder in which probes note what happens: a line for each thing in {@code log}, and a folder
 * for each process with what it copied of its entry in {@code /proc}.
 *
 * @param path where it is
 */
public record TraceFolder(Path path) {

  private static final String LOG = "log";
  private static final Path UPTIME = Path.of("/proc/uptime");

  /** A line of the log. */
  private record Line(Duration at, String pid, String name, String word, String value) {

    static Line of(String text) {
      String[] words = text.split(" ", 5);
      return new Line(
          seconds(words[0]), words[1], words[2], words[3], words.length < 5 ? "" : words[4]);
    }
  }

  /**
   * Makes the folder, in which any user can note what happens.
   *
   * @throws IOException if it cannot be made
   */
  public void create() throws IOException {
    Files.createDirectory(path);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path log = Files.createFile(path.resolve(LOG));
    Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-rw-rw-"));
  }

  /**
   * Notes something that no probe knows of.
   *
   * @param name to what it happened, without blanks
   * @param what what happened
   * @throws IOException if it cannot be noted
   */
  public void note(String name, String what) throws IOException {
    String now = Files.readString(UPTIME).split(" ", 2)[0];
    Files.writeString(
        path.resolve(LOG), now + " - " + name + " " + what + "\n", StandardOpenOption.APPEND);
  }

  /**
   * Counts what has been noted so far.
   *
   * @param name of which probe
   * @param word what it has noted, for example {@code ready}
   * @return how often
   * @throws IOException if the log cannot be read
   */
  public long count(String name, String word) throws IOException {
    return log().stream()
        .filter(line -> line.name().equals(name) && line.word().equals(word))
        .count();
  }

  /**
   * Finds the process of a probe that began last.
   *
   * @param name of which probe
   * @return its pid on its machine, 0 if there is none
   * @throws IOException if the log cannot be read
   */
  public int lastPid(String name) throws IOException {
    return log().stream()
        .filter(line -> line.name().equals(name) && line.word().equals("begin"))
        .mapToInt(line -> Integer.parseInt(line.pid()))
        .reduce(0, (before, after) -> after);
  }

  /**
   * Reads all that was noted.
   *
   * @param machine which machine it was, for people
   * @param labels what a probe is called, by its name
   * @param alive whether a process is still there, by its pid on its machine
   * @param states the state of each job in the end, by the job's name
   * @return the trace
   * @throws IOException if it cannot be read
   */
  public Trace read(
      String machine,
      UnaryOperator<String> labels,
      Predicate<String> alive,
      Map<String, String> states)
      throws IOException {
    Map<String, String> subjects = new HashMap<>();
    Map<String, Integer> runs = new HashMap<>();
    List<TraceEntry> entries = new ArrayList<>();
    SortedMap<String, ProcessRecord> records = new TreeMap<>();
    SortedMap<String, String> ends = new TreeMap<>(states);
    for (Line line : log()) {
      if (line.word().equals("begin")) {
        int run = runs.merge(line.name(), 1, Integer::sum);
        subjects.put(line.pid(), labels.apply(line.name()) + " " + run);
      }
      boolean step = line.pid().equals("-");
      String subject =
          step ? labels.apply(line.name()) : subjects.getOrDefault(line.pid(), line.pid());
      switch (line.word()) {
        case "ready" -> records.put(subject, new ProcessEntry(path.resolve(line.pid())).read());
        case "begin" -> ends.put(subject, alive.test(line.pid()) ? "lives on" : "was killed");
        case "exit" -> ends.put(subject, "exited with " + line.value());
        case "die" -> ends.put(subject, "died by " + signal(line.value()));
        default -> {}
      }
      if (!line.word().equals("ready")) {
        entries.add(new TraceEntry(line.at(), subject, what(line)));
      }
    }
    return new Trace(machine, entries, records, ends);
  }

  private static String what(Line line) {
    return switch (line.word()) {
      case "begin" -> "begins";
      case "signal" -> "gets " + signal(line.value());
      case "exit" -> "exits with " + line.value();
      case "die" -> "dies by " + signal(line.value());
      default -> (line.word() + " " + line.value()).strip();
    };
  }

  private static String signal(String number) {
    return new Signal(Integer.parseInt(number)).name();
  }

  private List<Line> log() throws IOException {
    Path log = path.resolve(LOG);
    if (!Files.isRegularFile(log, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileSystemException(log.toString(), null, "the log of the probes is gone");
    }
    String text = Files.readString(log, StandardCharsets.ISO_8859_1);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(Line::of).toList();
  }

  private static Duration seconds(String text) {
    return Duration.ofMillis(Math.round(Double.parseDouble(text) * 1000));
  }
}
