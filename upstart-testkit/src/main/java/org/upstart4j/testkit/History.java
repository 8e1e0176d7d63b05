package org.upstart4j.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What has happened since a test began, a line each, in the order in which it happened. It prints
 * as a timeline.
 *
 * <pre>
 *     0.000 s  emit deployed
 *     0.000 s  web start/waiting
 *     0.000 s  web start/starting
 *     0.000 s  web main process 1000: /usr/sbin/web
 *     0.000 s  web start/running
 *     0.000 s  event started JOB=web INSTANCE=
 *     3.000 s  web main process 1000 ended with exit status 1
 *     3.000 s  web failed with exit status 1
 * </pre>
 *
 * <ul>
 *   <li>{@code web start/running}: a new goal or state, as {@code initctl status} prints it; an
 *       instance's name stands in parentheses: {@code worker (mail) start/running}. The states in
 *       {@code -ing} that came with Upstart 1.13 are left out, except {@code starting} and {@code
 *       stopping}
 *   <li>{@code web failed with exit status 1}
 *   <li>{@code event started JOB=web INSTANCE=}: an event is over; everything that it set off has
 *       happened
 *   <li>{@code web main process 1000: /usr/sbin/web}: a process, and what its stanza says
 *   <li>{@code TERM to web main process 1000}: a signal that was sent to it
 *   <li>{@code web main process 1000 ended with exit status 1}, or {@code with signal KILL}
 *   <li>{@code web added}, {@code web removed}: a job's file has come, changed or gone
 *   <li>{@code emit deployed}, {@code start web}: what the test did
 * </ul>
 */
public final class History {

  private static final String WORD_ENDS = " :,";
  private static final double NANOS = 1e9;

  /**
   * Something that has happened.
   *
   * @param at when, since the test began
   * @param line what
   */
  public record Entry(Duration at, String line) {

    /** Returns whether the line begins so, up to the end of a word. */
    boolean begins(String beginning) {
      return line.startsWith(beginning)
          && (line.length() == beginning.length()
              || WORD_ENDS.indexOf(line.charAt(beginning.length())) >= 0);
    }

    /** Returns the line of the timeline. */
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%9.3f s  %s", at.toNanos() / NANOS, line);
    }
  }

  private final Supplier<Duration> elapsed;
  private final List<Entry> entries = new ArrayList<>();

  History(Supplier<Duration> elapsed) {
    this.elapsed = elapsed;
  }

  synchronized void add(String line) {
    entries.add(new Entry(elapsed.get(), line));
  }

  /** {@return everything that has happened so far, in order} */
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** {@return the lines of everything that has happened so far, in order, without the times} */
  public List<String> lines() {
    return entries().stream().map(Entry::line).toList();
  }

  /**
   * {@return the part from a line on, including that line; empty if there is no such line}
   *
   * @param beginning how the line begins, up to the end of a word; the last such line counts
   */
  public History since(String beginning) {
    List<Entry> all = entries();
    History part = new History(elapsed);
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).begins(beginning)) {
        part.entries.addAll(all.subList(i, all.size()));
        break;
      }
    }
    return part;
  }

  /** Returns the timeline. */
  @Override
  public String toString() {
    return entries().stream().map(entry -> entry + "\n").collect(Collectors.joining());
  }
}
