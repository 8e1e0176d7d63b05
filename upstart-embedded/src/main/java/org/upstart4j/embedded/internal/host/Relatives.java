package org.upstart4j.embedded.internal.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.upstart4j.jobfile.JobDefinition;

/**
 * Finds a process's descendants: while it runs by their parent, afterwards by their session, and as
 * the last resort by its mark. Parent and session are the kernel's word; a mark counts only on a
 * process of the user as whom the job runs.
 */
public final class Relatives {

  private static final int NOBODY_KNOWN = -1;
  private static final Comparator<ProcessEntry> OLDEST =
      Comparator.comparingLong(ProcessEntry::start).thenComparingInt(ProcessEntry::pid);

  private final int user;
  private final Optional<Mark> mark;

  /**
   * Makes a finder.
   *
   * @param definition the job, which says as whom it runs
   * @param mark what the process was marked with
   */
  public Relatives(JobDefinition definition, Optional<Mark> mark) {
    this.user = user(definition);
    this.mark = mark;
  }

  private static int user(JobDefinition definition) {
    if (definition.setuid().isEmpty()) {
      return Self.get().user();
    }
    try {
      Optional<String> chroot = definition.chroot();
      Root root = chroot.isEmpty() ? Root.MACHINE : new Root(Path.of(chroot.get()).toRealPath());
      return new Accounts(root)
          .user(definition.setuid().get())
          .map(Accounts.User::number)
          .orElse(NOBODY_KNOWN);
    } catch (IOException unreadable) {
      return NOBODY_KNOWN;
    }
  }

  /** Returns the children of a process that runs, the oldest first. */
  static List<ProcessEntry> children(ProcessEntry parent) {
    return ProcessEntry.children(parent.pid()).stream()
        .filter(child -> child.parent() == parent.pid() && child.isAlive())
        .sorted(OLDEST)
        .toList();
  }

  /**
   * Returns the oldest process that the first or the latest of some ended processes has left. It
   * can be missed while its own parent is about to end.
   */
  Optional<ProcessEntry> orphan(ProcessEntry first, ProcessEntry latest, List<ProcessEntry> all) {
    List<ProcessEntry> alive = all.stream().filter(ProcessEntry::isAlive).toList();
    Optional<ProcessEntry> near = inSession(first, latest, alive);
    return near.isPresent() ? near : marked(first, alive);
  }

  /** Returns the oldest orphan that has the mark, and that no job is known to have. */
  Optional<ProcessEntry> marked(ProcessEntry first, List<ProcessEntry> all) {
    if (mark.isEmpty()) {
      return Optional.empty();
    }
    Set<Integer> foster = ancestors();
    return oldest(
        all,
        first,
        entry ->
            foster.contains(entry.parent())
                && !Guardian.knows(entry.pid())
                && !Guardian.knows(entry.session())
                && ProcessEntry.user(entry.pid()) == user
                && mark.get().isOn(entry.pid()));
  }

  /** Returns the oldest process in the session of the first or of the latest of ended processes. */
  static Optional<ProcessEntry> inSession(
      ProcessEntry first, ProcessEntry latest, List<ProcessEntry> all) {
    return oldest(
        all,
        first,
        entry ->
            entry.pid() != latest.pid()
                && (entry.session() == first.pid() || entry.session() == latest.pid()));
  }

  private static Optional<ProcessEntry> oldest(
      List<ProcessEntry> all, ProcessEntry since, Predicate<ProcessEntry> wanted) {
    return all.stream()
        .filter(entry -> entry.start() >= since.start() && entry.pid() != since.pid())
        .filter(wanted)
        .min(OLDEST);
  }

  /** Says whether a process's parent is one that takes orphans in. */
  static boolean isOrphan(ProcessEntry process) {
    return ancestors().contains(process.parent());
  }

  /**
   * Orphans become children of process 1, or of an ancestor before it that takes them in: this
   * process can be one.
   */
  private static Set<Integer> ancestors() {
    Set<Integer> ancestors = new HashSet<>(Set.of(0, 1));
    Optional<ProcessHandle> next = Optional.of(ProcessHandle.current());
    while (next.isPresent() && ancestors.add(Math.toIntExact(next.get().pid()))) {
      next = next.get().parent();
    }
    return ancestors;
  }
}
