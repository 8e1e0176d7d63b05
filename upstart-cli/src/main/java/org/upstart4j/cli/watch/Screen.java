package org.upstart4j.cli.watch;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A terminal that is drawn on as a whole, and looks as before when all is over. */
final class Screen implements AutoCloseable {

  private static final String ENTER = "\u001b[?1049h\u001b[?25l";
  private static final String LEAVE = "\u001b[?25h\u001b[?1049l";
  private static final String HOME = "\u001b[H";
  private static final String CLEAR_LINE = "\u001b[K";
  private static final String CLEAR_BELOW = "\u001b[J";
  private static final Pattern SIZE = Pattern.compile("(\\d+) (\\d+)");
  private static final Size USUAL = new Size(24, 80);

  /** How many lines and columns there are. */
  record Size(int lines, int columns) {}

  private final PrintWriter out;
  private final String before;
  private boolean closed;

  private Screen(PrintWriter out, String before) {
    this.out = out;
    this.before = before;
  }

  /** Whether the standard output is a terminal that understands more than lines. */
  static boolean isThere() {
    @Nullable String kind = System.getenv("TERM");
    return kind != null && !kind.equals("dumb") && isTerminal("/proc/self/fd/1");
  }

  private static boolean isTerminal(String stream) {
    try {
      String file = Files.readSymbolicLink(Path.of(stream)).toString();
      return file.startsWith("/dev/pts/")
          || file.startsWith("/dev/tty")
          || file.equals("/dev/console");
    } catch (IOException | InvalidPathException | UnsupportedOperationException unknown) {
      return false;
    }
  }

  /** Takes the terminal over: keys come one by one, and are not shown. */
  static Screen open(PrintWriter out) {
    String before = stty("-g");
    stty("-icanon", "-echo", "min", "1", "time", "0");
    out.print(ENTER);
    out.flush();
    return new Screen(out, before);
  }

  Size size() {
    Matcher size = SIZE.matcher(stty("size"));
    if (!size.matches()) {
      return USUAL;
    }
    int lines = Integer.parseInt(size.group(1));
    int columns = Integer.parseInt(size.group(2));
    return lines == 0 || columns == 0 ? USUAL : new Size(lines, columns);
  }

  /** Puts lines in the place of what was there. */
  synchronized void draw(List<String> lines) {
    if (closed) {
      return;
    }
    StringBuilder text = new StringBuilder(HOME);
    for (int i = 0; i < lines.size(); i++) {
      text.append(i == 0 ? "" : "\n").append(lines.get(i)).append(CLEAR_LINE);
    }
    out.print(text.append(CLEAR_BELOW));
    out.flush();
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      out.print(LEAVE);
      out.flush();
      if (!before.isEmpty()) {
        stty(before);
      }
    }
  }

  /** Asks or sets how the terminal of the standard input works; empty if there is none. */
  private static String stty(String... arguments) {
    List<String> line = new ArrayList<>(List.of("stty"));
    line.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(line)
              .redirectInput(Redirect.INHERIT)
              .redirectError(Redirect.to(new File("/dev/null")))
              .start();
      String answer =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return process.waitFor() == 0 ? answer.strip() : "";
    } catch (IOException none) {
      return "";
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
