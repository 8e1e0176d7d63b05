package org.upstart4j.embedded.internal.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
 * @param executed whether it has run a program of its own since it was made, so that it is no mere
 *     copy of its parent any more
 * @param exit how it ended, as {@code wait} tells it; 0 if it has not or must not be known
 */
public record ProcessEntry(
    int pid,
    char state,
    int parent,
    int group,
    int session,
    long start,
    boolean executed,
    int exit) {

  /** The kernel's {@code PF_FORKNOEXEC}. */
  private static final long COPY = 0x40;

  private static final Path PROC = Path.of("/proc");
  private static final Path UPTIME = Path.of("/proc/uptime");
  private static final int TICKS = 100;
  private static final Pattern USER = Pattern.compile("(?m)^Uid:\\s+(\\d+)");

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

  /** Returns a process's children; an old kernel does not list them, so all are gone through. */
  static List<ProcessEntry> children(int pid) {
    List<ProcessEntry> children = new ArrayList<>();
    Path threads = PROC.resolve(Integer.toString(pid)).resolve("task");
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(threads)) {
      for (Path thread : folders) {
        String listed = Files.readString(thread.resolve("children"), StandardCharsets.US_ASCII);
        for (String child : listed.strip().split(" ", 0)) {
          if (!child.isEmpty()) {
            of(Integer.parseInt(child)).ifPresent(children::add);
          }
        }
      }
      return children;
    } catch (NoSuchFileException unlistedOrGone) {
      return all();
    } catch (IOException gone) {
      return List.of();
    }
  }

  /** Returns the user to whom a process really belongs; -1 if there is no such process. */
  static int user(int pid) {
    try {
      Path status = PROC.resolve(Integer.toString(pid)).resolve("status");
      Matcher user = USER.matcher(Files.readString(status, StandardCharsets.ISO_8859_1));
      return user.find() ? Integer.parseUnsignedInt(user.group(1)) : -1;
    } catch (IOException gone) {
      return -1;
    }
  }

  /** Says whether a process sleeps until one of its children has changed. */
  static boolean waitsForChildren(int pid) {
    try {
      Path place = PROC.resolve(Integer.toString(pid)).resolve("wchan");
      String name = Files.readString(place, StandardCharsets.US_ASCII);
      return name.startsWith("do_wait") || name.contains("sigsuspend");
    } catch (IOException gone) {
      return false;
    }
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
        (Long.parseLong(field(fields, 9)) & COPY) == 0,
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
