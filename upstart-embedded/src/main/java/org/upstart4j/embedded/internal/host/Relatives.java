package org.upstart4j.embedded.internal.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upstart4j.Environment;

/**
 * Finds a process's descendants: while it runs by their parent, afterwards by their session, and as
 * the last resort by the variables that Upstart gives to the processes of an instance.
 */
public final class Relatives {

  private static final Set<String> NAMES = Set.of("UPSTART_JOB", "UPSTART_INSTANCE");
  private static final Comparator<ProcessEntry> OLDEST =
      Comparator.comparingLong(ProcessEntry::start).thenComparingInt(ProcessEntry::pid);

  private final Set<String> marks;

  /**
   * Makes a finder.
   *
   * @param environment the process's variables
   */
  public Relatives(Environment environment) {
    marks =
        environment.entries().stream()
            .filter(entry -> NAMES.contains(entry.substring(0, entry.indexOf('='))))
            .map(entry -> new String(Words.bytes(entry), StandardCharsets.ISO_8859_1))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns the oldest child of a process that runs. */
  Optional<ProcessEntry> child(ProcessEntry parent) {
    return oldest(ProcessEntry.all(), parent, entry -> entry.parent() == parent.pid());
  }

  /**
   * Returns the oldest process that the first or the latest of some that have gone left behind. It
   * can be missed while its own parent is about to go.
   */
  Optional<ProcessEntry> orphan(ProcessEntry first, ProcessEntry latest) {
    List<ProcessEntry> all = ProcessEntry.all();
    Optional<ProcessEntry> near =
        oldest(
            all,
            first,
            entry ->
                entry.pid() != latest.pid()
                    && (entry.session() == first.pid() || entry.session() == latest.pid()));
    if (near.isPresent() || marks.size() < NAMES.size()) {
      return near;
    }
    Set<Integer> foster = ancestors(all);
    return oldest(
        all,
        first,
        entry ->
            foster.contains(entry.parent())
                && !Guardian.knows(entry.pid())
                && !Guardian.knows(entry.session())
                && isMarked(entry));
  }

  private static Optional<ProcessEntry> oldest(
      List<ProcessEntry> all, ProcessEntry since, Predicate<ProcessEntry> wanted) {
    Stream<ProcessEntry> later =
        all.stream()
            .filter(entry -> entry.start() >= since.start() && entry.pid() != since.pid())
            .filter(ProcessEntry::isAlive);
    return later.filter(wanted).min(OLDEST);
  }

  /** Orphans become children of this process's ancestors: of process 1, or of one before it. */
  private static Set<Integer> ancestors(List<ProcessEntry> all) {
    Set<Integer> ancestors = new HashSet<>(Set.of(1));
    Optional<ProcessHandle> next = ProcessHandle.current().parent();
    while (next.isPresent() && ancestors.size() <= all.size()) {
      ancestors.add(Math.toIntExact(next.get().pid()));
      next = next.get().parent();
    }
    return ancestors;
  }

  private boolean isMarked(ProcessEntry process) {
    try {
      Path environ = Path.of("/proc", Integer.toString(process.pid()), "environ");
      String variables = Files.readString(environ, StandardCharsets.ISO_8859_1);
      return Arrays.asList(variables.split("\0", -1)).containsAll(marks);
    } catch (IOException goneOrForbidden) {
      return false;
    }
  }
}
