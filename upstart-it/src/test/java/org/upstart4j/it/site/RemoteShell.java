package org.upstart4j.it.site;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** A shell that stays open, as starting a program from here takes time. Thread-safe. */
final class RemoteShell implements AutoCloseable {

  /** Comes after the output of a program, and before its exit status. */
  private static final String END = "\n--upstart4j-end--";

  private final Process process;
  private final Writer input;
  private final Reader output;

  /**
   * Starts the shell.
   *
   * @param words what leads to a shell that reads commands
   */
  RemoteShell(List<String> words) throws IOException {
    process = new ProcessBuilder(words).redirectErrorStream(true).start();
    input = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    output = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
  }

  /**
   * Runs a program.
   *
   * @param words the program and its arguments
   * @return what it printed
   * @throws IllegalStateException if its exit status is not 0
   */
  synchronized String run(List<String> words) {
    String command = words.stream().map(RemoteShell::quote).collect(joining(" "));
    try {
      input.write(command + " </dev/null; printf '\\n%s %d\\n' --upstart4j-end-- $?\n");
      input.flush();
      String printed = until(END);
      String status = until("\n").strip();
      if (!status.equals("0")) {
        throw new IllegalStateException(command + " ends with " + status + ": " + printed);
      }
      return printed;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String quote(String word) {
    return Stream.of(word.split("'", -1)).collect(joining("'\\''", "'", "'"));
  }

  private String until(String end) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.length() < end.length() || text.indexOf(end, text.length() - end.length()) < 0) {
      int next = output.read();
      if (next < 0) {
        throw new IOException("The shell has ended: " + text);
      }
      text.append((char) next);
    }
    return text.substring(0, text.length() - end.length());
  }

  @Override
  public void close() {
    process.destroy();
  }
}
