package org.upstart4j.embedded.internal.host;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Follows a process that puts itself into the background, by its traces in {@code /proc}.
 *
 * <p>A child whose parent still runs is certain. One that was found only when its parents had gone
 * may be the first child or already the last: then it is the last if it has left its session's
 * leader behind, or if it does not go on within a short time.
 */
public final class Following {

  private static final long DOUBT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final Comparator<ProcessEntry> OLDEST =
      Comparator.comparingLong(ProcessEntry::start).thenComparingInt(ProcessEntry::pid);

  private final ProcessEntry original;
  private final CompletableFuture<Integer> exit;
  private final Family family;
  private final Listener listener;
  private final Newborns newborns = new Newborns();
  private final int expected;

  private ProcessEntry followed;
  private int forks;
  private boolean settled;
  private String parentImage = "";
  private long doubtUntil;
  private boolean doubtful;

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
     * The followed process has ended.
     *
     * @param status how
     */
    void ended(int status);
  }

  /**
   * Makes a follower.
   *
   * @param original the process as it was spawned
   * @param exit its exit status, once it is known
   * @param family how its descendants are known
   * @param expected how often it forks
   * @param listener told what becomes of it
   */
  public Following(
      ProcessEntry original,
      CompletableFuture<Integer> exit,
      Family family,
      int expected,
      Listener listener) {
    this.original = original;
    this.exit = exit;
    this.family = family;
    this.expected = expected;
    this.listener = listener;
    this.followed = original;
  }

  /**
   * Looks what has become of the process since the last time.
   *
   * @return whether it has ended
   */
  public boolean look() {
    Optional<ProcessEntry> now = ProcessEntry.of(followed.pid()).filter(followed::isSame);
    if (now.filter(ProcessEntry::isAlive).isPresent()) {
      followed = now.get();
      if (!settled) {
        lookForChild();
      }
      return false;
    }
    Optional<ProcessEntry> heir = settled ? Optional.empty() : heir();
    if (heir.isPresent()) {
      adoptOrphan(heir.get());
      return false;
    }
    end(now.map(ProcessEntry::exit).orElse(0));
    return true;
  }

  /**
   * Returns by what the followed process can be killed with all that belongs to it.
   *
   * @return its number, its group's and its session's, and the first process's while that runs
   */
  public Set<Integer> numbers() {
    Set<Integer> numbers = new TreeSet<>(Set.of(followed.pid()));
    if (forks > 0) {
      numbers.add(followed.group());
      numbers.add(followed.session());
    }
    if (!exit.isDone()) {
      numbers.add(original.pid());
    }
    return numbers;
  }

  private void lookForChild() {
    Optional<ProcessEntry> child =
        newborns.maybe() ? oldest(entry -> entry.parent() == followed.pid()) : Optional.empty();
    if (child.isPresent()) {
      adoptChild(child.get());
    } else if (forks > 0) {
      lookForProgram();
    }
  }

  private void lookForProgram() {
    boolean changed = !followed.image().equals(parentImage);
    if (doubtful ? System.nanoTime() - doubtUntil > 0 : changed) {
      settled = true;
      listener.replaced();
    }
  }

  private void adoptChild(ProcessEntry child) {
    Optional<ProcessEntry> parent = ProcessEntry.of(followed.pid()).filter(followed::isSame);
    parentImage = parent.filter(ProcessEntry::isAlive).orElse(followed).image();
    adopt(child);
    if (parent.isEmpty()) {
      doubt();
    }
  }

  private void adoptOrphan(ProcessEntry orphan) {
    parentImage = followed.image();
    boolean leftLeader = orphan.session() != original.pid() && orphan.session() != orphan.pid();
    adopt(orphan);
    if (!settled && leftLeader) {
      settled = true;
      listener.replaced();
    } else if (orphan.session() == original.pid() || !orphan.image().equals(parentImage)) {
      doubt();
    }
  }

  private void doubt() {
    doubtful = true;
    doubtUntil = System.nanoTime() + DOUBT_NANOS;
  }

  private void adopt(ProcessEntry child) {
    followed = child;
    forks++;
    settled = forks == expected;
    doubtful = false;
    newborns.again();
    listener.forked(child.pid());
  }

  private Optional<ProcessEntry> heir() {
    Optional<ProcessEntry> inSession =
        oldest(entry -> entry.session() == original.pid() || entry.session() == followed.pid());
    return inSession.isPresent() ? inSession : oldest(family::has);
  }

  private Optional<ProcessEntry> oldest(Predicate<ProcessEntry> wanted) {
    List<ProcessEntry> all = ProcessEntry.all();
    return all.stream()
        .filter(ProcessEntry::isAlive)
        .filter(entry -> entry.pid() != original.pid() && entry.pid() != followed.pid())
        .filter(entry -> entry.start() >= original.start())
        .sorted(OLDEST)
        .filter(wanted)
        .findFirst();
  }

  private void end(int told) {
    if (forks == 0) {
      exit.thenAccept(listener::ended);
    } else {
      listener.ended(ExitStatus.ofWait(told));
    }
  }
}
