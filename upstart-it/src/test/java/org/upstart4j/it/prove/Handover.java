package org.upstart4j.it.prove;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a program was given when it was started. Each character stands for a byte.
 *
 * @param words its words, with its own name
 * @param variables its variables, each with its value
 * @param input what it could read
 */
record Handover(List<String> words, SortedSet<String> variables, String input) {

  /** What systemd tells the processes of a service about itself. */
  private static final Set<String> OF_SYSTEMD =
      Set.of(
          "INVOCATION_ID",
          "JOURNAL_STREAM",
          "SYSTEMD_EXEC_PID",
          "MAINPID",
          "SERVICE_RESULT",
          "EXIT_CODE",
          "EXIT_STATUS",
          "MEMORY_PRESSURE_WATCH",
          "MEMORY_PRESSURE_WRITE");

  /** Notes all of it beside itself. The shell has been given what it passes on. */
  private static final String RECORDER =
      """
      here=${0%/*}
      /bin/cat > "$here/input"
      /bin/cat "/proc/$$/environ" > "$here/variables"
      /bin/cat "/proc/$$/cmdline" > "$here/words"
      """;

  /** Makes the script that notes; it is run by a shell, whatever name the shell has. */
  static void createRecorder(Path folder) throws IOException {
    Files.createDirectory(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    Files.writeString(folder.resolve("record"), RECORDER);
  }

  /** What a recorder has noted; nothing if it was not run. */
  static Optional<Handover> in(Path folder) throws IOException {
    if (!Files.exists(folder.resolve("words"))) {
      return Optional.empty();
    }
    return Optional.of(
        new Handover(
            list(text(folder.resolve("words"))),
            new TreeSet<>(list(text(folder.resolve("variables")))),
            text(folder.resolve("input"))));
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  private static List<String> list(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.asList(text.substring(0, text.length() - 1).split("\0", -1));
  }

  /** The same without what systemd adds of its own accord. */
  Handover withoutSystemds() {
    SortedSet<String> others = new TreeSet<>(variables);
    others.removeIf(variable -> OF_SYSTEMD.contains(variable.replaceFirst("(?s)=.*", "")));
    return new Handover(words, others, input);
  }

  /** What is here and not there, for people. */
  String without(Optional<Handover> other) {
    if (other.isEmpty()) {
      return "run with " + words;
    }
    SortedSet<String> own = new TreeSet<>(variables);
    own.removeAll(other.get().variables);
    return (words.equals(other.get().words) ? "" : words + " ")
        + (own.isEmpty() ? "" : own + " ")
        + (input.equals(other.get().input) ? "" : input);
  }
}
