package org.upstart4j.embedded.internal.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the kernel says about a process in {@code /proc/PID/stat}.
 *
 * @param pid the process id
 * @param state a letter: {@code R} runs, {@code S} sleeps, {@code T} is stopped, {@code Z} has
 *     ended
 * @param parent the parent's process id
 * @param group the process group
 * @param session the session
 * @param start when it was started, in ticks since the machine was; with the process id, it names a
 *     process for ever
 * @param image where its program, arguments and variables lie in memory: a fork keeps that, and
 *     running another program changes it; {@link #NO_IMAGE} if it is just ending, or must not be
 *     known
 * @param exit how it ended, as {@code wait} tells it; 0 if it has not or must not be known
 */
public record ProcessEntry(
    int pid, char state, int parent, int group, int session, long start, String image, int exit) {

  /** No program, or one that must not be known. */
  static final String NO_IMAGE = "0 0 0";

  private static final Path PROC = Path.of("/proc");
  private static final Path UPTIME = Path.of("/proc/uptime");
  private static final int TICKS = 100;

  /**
   * Looks a process up.
   *
   * @param pid the process id
   * @return nothing if there is no such process
   */
  public static Optional<ProcessEntry> of(int pid) {
    try {
      byte[] bytes = Files.readAllBytes(PROC.resolve(Integer.toString(pid)).resolve("stat"));
      return Optional.of(parse(pid, new String(bytes, StandardCharsets.ISO_8859_1)));
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException gone) {
      return Optional.empty();
    }
  }

  /**
   * Returns all processes that can be seen.
   *
   * @return the processes, in no particular order
   */
  public static List<ProcessEntry> all() {
    List<ProcessEntry> all = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path folder : folders) {
        of(Integer.parseInt(folder.getFileName().toString())).ifPresent(all::add);
      }
    } catch (IOException noProc) {
      return List.of();
    }
    return all;
  }

  /**
   * Returns the present time as the start of processes is counted; the last tick there is if
   * unknown.
   */
  static long now() {
    try {
      String uptime = Files.readString(UPTIME, StandardCharsets.US_ASCII);
      return (long) (Double.parseDouble(uptime.split(" ", 2)[0]) * TICKS);
    } catch (IOException | NumberFormatException noProc) {
      return Long.MAX_VALUE;
    }
  }

  /**
   * Says whether the process runs or can run.
   *
   * @return false if it has ended and nobody has asked for its status yet
   */
  public boolean isAlive() {
    return state != 'Z' && state != 'X';
  }

  /**
   * Says whether this is what became of that process.
   *
   * @param other the process as it was seen before
   * @return whether it is no other process of the same number
   */
  public boolean isSame(ProcessEntry other) {
    return pid == other.pid && start == other.start;
  }

  boolean hasImage() {
    return !image.equals(NO_IMAGE);
  }

  /** Says whether it is known to run another program than one with that image. */
  boolean runsOther(String known) {
    return hasImage() && !known.equals(NO_IMAGE) && !known.equals(image);
  }

  /** The program's name, in parentheses, can hold blanks and parentheses itself. */
  private static ProcessEntry parse(int pid, String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).trim().split(" ", -1);
    return new ProcessEntry(
        pid,
        fields[0].charAt(0),
        number(fields, 4),
        number(fields, 5),
        number(fields, 6),
        Long.parseLong(field(fields, 22)),
        field(fields, 28) + " " + field(fields, 48) + " " + field(fields, 50),
        number(fields, 52));
  }

  private static int number(String[] fields, int place) {
    return Integer.parseInt(field(fields, place));
  }

  /** Fields have the numbers of the manual page, and an old kernel has fewer. */
  private static String field(String[] fields, int place) {
    return place - 3 < fields.length ? fields[place - 3] : "0";
  }
}
