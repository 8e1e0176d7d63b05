package org.upstart4j.embedded.internal.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.upstart4j.ExitStatus;

/**
 * Follows a process that puts itself into the background, by its traces in {@code /proc}.
 *
 * <p>A child whose parent still runs is certain. One that was found only when its parents had gone
 * may be the first child or already the last: it is the last if it has left its session's leader,
 * or if it does not go on within a short time.
 *
 * <p>Upstart hears of the end of a followed process only if no other process asks for its status: a
 * parent that still runs keeps it to itself.
 */
public final class Following {

  /** How long a process is given that may fork once more. */
  private static final long DOUBT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  /** How long orphans are looked for: it takes a moment until they are seen as such. */
  private static final long SEARCH_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private static final int SELF = Math.toIntExact(ProcessHandle.current().pid());

  private final ProcessEntry original;
  private final Exit exit;
  private final Relatives relatives;
  private final Guardian guardian;
  private final Optional<Reaper> reaper;
  private final Listener listener;
  private final Forks known = new Forks();
  private final int expected;

  private ProcessEntry followed;
  private int forks;
  private boolean settled;
  private @Nullable ProcessEntry parent;
  private boolean parentWaits;
  private boolean orphaned;
  private volatile boolean signalled;
  private boolean doubtful;
  private long doubtSince;
  private long goneSince;
  private long searched;
  private Set<Integer> guarded;

  /** Is told what becomes of the process. */
  public interface Listener {

    /**
     * A child is followed from now on.
     *
     * @param pid its process id
     */
    void forked(int pid);

    /** The followed child runs another program. */
    void replaced();

    /**
     * The followed process has ended, and its own parent has asked for its status.
     *
     * @param numbers what the guardian still knows of it
     */
    void lost(Set<Integer> numbers);

    /**
     * The followed process has ended.
     *
     * @param status how; empty if nobody knows
     * @param numbers what the guardian still knows of it
     */
    void ended(Optional<ExitStatus> status, Set<Integer> numbers);
  }

  /**
   * Makes a follower.
   *
   * @param original the process as it was spawned
   * @param exit how it ends
   * @param relatives finds its descendants
   * @param guardian knows the process, and is told of those that take its place
   * @param reaper knows how orphans end, if this process is the one that they are handed to
   * @param expected how often it forks
   * @param listener told what becomes of it
   */
  public Following(
      ProcessEntry original,
      Exit exit,
      Relatives relatives,
      Guardian guardian,
      Optional<Reaper> reaper,
      int expected,
      Listener listener) {
    this.original = original;
    this.exit = exit;
    this.relatives = relatives;
    this.guardian = guardian;
    this.reaper = reaper;
    this.expected = expected;
    this.listener = listener;
    this.followed = original;
    this.guarded = Set.of(original.pid());
  }

  /** A signal was sent to the process or its group, so that its parent may end as it does. */
  public void signalled() {
    signalled = true;
  }

  /**
   * Looks at what has become of the process since the last time.
   *
   * @return whether that was the last look: it has ended, or its end will be heard of
   */
  public boolean look() {
    Optional<ProcessEntry> now = ProcessEntry.of(followed.pid()).filter(followed::isSame);
    if (now.filter(this::isThere).isPresent()) {
      seen(now.get());
    } else if (settled && isLost()) {
      listener.lost(guarded);
      return true;
    } else if (settled || (!lookForOrphan() && isTooLate())) {
      end(now);
      return true;
    }
    guard();
    return settled && exit.isOver() && isHeardOf();
  }

  /** Says whether the reaper will tell of the end, so that there is nothing more to look at. */
  private boolean isHeardOf() {
    if (reaper.isEmpty() || forks == 0 || followed.parent() != SELF) {
      return false;
    }
    hear(reaper.get());
    return true;
  }

  private void hear(Reaper reaper) {
    var unused =
        reaper.end(followed).thenAccept(status -> listener.ended(Optional.of(status), guarded));
  }

  /** One that has ended is there as long as its parent does not ask for its status. */
  private boolean isThere(ProcessEntry now) {
    return now.isAlive() || (settled && forks > 0 && !Relatives.isOrphan(now));
  }

  private void seen(ProcessEntry now) {
    followed = now;
    if (!settled) {
      lookForChild();
    }
    if (settled && forks > 0 && !orphaned) {
      lookAtParent();
    }
  }

  private void lookAtParent() {
    orphaned = Relatives.isOrphan(followed);
    parent = orphaned ? null : ProcessEntry.of(followed.parent()).orElse(parent);
    parentWaits = parent != null && ProcessEntry.waitsForChildren(parent.pid());
  }

  /** Says whether the parent has asked for the status of what is gone. */
  private boolean isLost() {
    ProcessEntry last = parent;
    if (last == null) {
      return false;
    }
    Optional<ProcessEntry> now = ProcessEntry.of(last.pid()).filter(last::isSame);
    return now.filter(ProcessEntry::isAlive).isPresent() || (parentWaits && !signalled);
  }

  private void lookForChild() {
    if (forks > 0 && followed.executed()) {
      settle();
      return;
    }
    Optional<ProcessEntry> child = known.first(followed, Relatives.children(followed));
    if (child.isPresent()) {
      adopt(child.get());
      doubt(false);
    } else if (doubtful && System.nanoTime() - doubtSince > DOUBT_NANOS) {
      settle();
    }
  }

  /** What runs another program forks no more. */
  private void settle() {
    settled = true;
    listener.replaced();
  }

  /** Two that look at the same time must not find the same one. */
  private boolean lookForOrphan() {
    synchronized (Following.class) {
      long now = System.nanoTime();
      goneSince = goneSince == 0 ? now : goneSince;
      Census census = Census.recent();
      searched = census.began();
      Optional<ProcessEntry> orphan =
          relatives.orphan(original, followed, census.processes()).or(() -> ended(census));
      orphan.ifPresent(this::adoptOrphan);
      return orphan.isPresent();
    }
  }

  /** One that ended between two looks, when there is nothing else. */
  private Optional<ProcessEntry> ended(Census census) {
    if (reaper.isEmpty() || !isTooLate()) {
      return Optional.empty();
    }
    List<ProcessEntry> zombies =
        census.processes().stream()
            .filter(entry -> entry.parent() == SELF && !entry.isAlive())
            .toList();
    List<ProcessEntry> ended = new ArrayList<>(reaper.get().latest());
    ended.addAll(zombies);
    return Relatives.inSession(original, followed, ended)
        .or(() -> relatives.marked(original, zombies));
  }

  private boolean isTooLate() {
    return searched - goneSince > SEARCH_NANOS;
  }

  private void adoptOrphan(ProcessEntry orphan) {
    boolean inFirstSession = orphan.session() == original.pid();
    adopt(orphan);
    if (!settled && !inFirstSession && orphan.session() != orphan.pid()) {
      settle();
    } else {
      doubt(inFirstSession);
    }
  }

  private void doubt(boolean reason) {
    doubtful = reason;
    doubtSince = System.nanoTime();
  }

  private void adopt(ProcessEntry child) {
    followed = child;
    goneSince = 0;
    forks++;
    settled = forks == expected;
    guard();
    listener.forked(child.pid());
  }

  private void guard() {
    Set<Integer> numbers = numbers();
    if (!numbers.equals(guarded)) {
      guardian.watch(numbers);
      guarded.stream().filter(old -> !numbers.contains(old)).forEach(guardian::forget);
      guarded = numbers;
    }
  }

  /** By what the followed process, and the first one while it runs, is killed with its own. */
  private Set<Integer> numbers() {
    Set<Integer> numbers = new TreeSet<>();
    if (forks > 0) {
      numbers.addAll(Set.of(followed.pid()));
      numbers.add(followed.group());
      numbers.add(followed.session());
    }
    if (forks == 0 || !exit.isOver()) {
      numbers.add(original.pid());
    }
    return numbers;
  }

  /** Without a reaper, what a process told can be known only until somebody asks. */
  private void end(Optional<ProcessEntry> now) {
    if (forks == 0) {
      exit.then(status -> listener.ended(Optional.of(status), guarded));
    } else if (reaper.isPresent() && now.filter(last -> last.parent() == SELF).isPresent()) {
      hear(reaper.get());
    } else {
      Optional<ExitStatus> reaped = reaper.flatMap(by -> by.ended(followed));
      Optional<ExitStatus> told =
          now.map(ProcessEntry::exit).filter(exit -> exit != 0).map(Exit::ofWait);
      listener.ended(reaped.or(() -> told), guarded);
    }
  }
}
