package org.upstart4j.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The terminal that a person looks at, if there is one. */
public final class Terminal {

  private static final Path OUTPUT = Path.of("/proc/self/fd/1");
  private static final Path ERRORS = Path.of("/proc/self/fd/2");

  /** The bits of a file's mode that say what it is, and what they are for a character device. */
  private static final int KIND = 0170000;

  private static final int CHARACTER_DEVICE = 0020000;

  /** The memory devices: null, zero, full, random. */
  private static final long MEMORY = 1;

  private static final Size USUAL = new Size(24, 80);

  private Terminal() {}

  /** How many lines and columns there are. */
  private record Size(int lines, int columns) {}

  /** Whether the standard output is a terminal. */
  public static boolean isOutput() {
    return isTerminal(OUTPUT);
  }

  /** Whether the standard error is a terminal. */
  public static boolean isErrors() {
    return isTerminal(ERRORS);
  }

  private static boolean isTerminal(Path stream) {
    try {
      return Files.getAttribute(stream, "unix:mode") instanceof Integer mode
          && (mode & KIND) == CHARACTER_DEVICE
          && Files.getAttribute(stream, "unix:rdev") instanceof Long device
          && major(device) != MEMORY;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException noLinux) {
      return false;
    }
  }

  private static long major(long device) {
    return device >> 8 & 0xfff;
  }

  /** Whether a terminal can do more than show one line after the other. */
  public static boolean isClever() {
    @Nullable String kind = System.getenv("TERM");
    return kind != null && !kind.isEmpty() && !kind.equals("dumb");
  }

  /** How wide what is printed may be: as COLUMNS says, else as the terminal is, else 80. */
  public static int columns() {
    @Nullable String columns = System.getenv("COLUMNS");
    if (columns != null && columns.matches("[1-9]\\d{0,3}")) {
      return Integer.parseInt(columns);
    }
    return isOutput() ? size().columns() : USUAL.columns();
  }

  /** The same for what goes to the standard error. */
  public static int columnsOfErrors() {
    @Nullable String columns = System.getenv("COLUMNS");
    return columns == null && isErrors() ? size().columns() : columns();
  }

  /** The same for text that programs may read, too: what goes to them is not wrapped. */
  public static int columnsForPeople() {
    return isOutput() || System.getenv("COLUMNS") != null ? columns() : Integer.MAX_VALUE;
  }

  /** The size of the terminal; the usual one where it does not tell. */
  private static Size size() {
    Matcher size = Pattern.compile("(\\d+) (\\d+)").matcher(sttySize());
    if (!size.matches()) {
      return USUAL;
    }
    int lines = Integer.parseInt(size.group(1));
    int columns = Integer.parseInt(size.group(2));
    return new Size(lines == 0 ? USUAL.lines() : lines, columns == 0 ? USUAL.columns() : columns);
  }

  /** What the program stty says of this program's terminal; an empty text without one. */
  private static String sttySize() {
    try {
      Process process =
          new ProcessBuilder("stty", "size")
              .redirectInput(Redirect.from(new File("/dev/tty")))
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
