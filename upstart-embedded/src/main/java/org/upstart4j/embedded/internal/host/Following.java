package org.upstart4j.embedded.internal.host;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Follows a process that puts itself into the background, by its traces in {@code /proc}.
 *
 * <p>A child whose parent still runs is certain. One that was found only when its parents had gone
 * may be the first child or already the last: then it is the last if it has left its session's
 * leader behind, or if it does not go on within a short time.
 */
public final class Following {

  /** How long a process is given that may fork once more. */
  private static final long DOUBT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  /** How long orphans are looked for: it takes a moment until they are seen as such. */
  private static final long SEARCH_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final ProcessEntry original;
  private final Exit exit;
  private final Relatives relatives;
  private final Guardian guardian;
  private final Listener listener;
  private final Newborns newborns = new Newborns();
  private final int expected;

  private ProcessEntry followed;
  private int forks;
  private boolean settled;
  private String parentImage = ProcessEntry.NO_IMAGE;
  private boolean doubtful;
  private long doubtSince;
  private long goneSince;
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
     * The followed process has ended.
     *
     * @param status how
     * @param numbers what the guardian still knows of it
     */
    void ended(int status, Set<Integer> numbers);
  }

  /**
   * Makes a follower.
   *
   * @param original the process as it was spawned
   * @param exit how it ends
   * @param relatives finds its descendants
   * @param guardian knows the process, and is told of those that take its place
   * @param expected how often it forks
   * @param listener told what becomes of it
   */
  public Following(
      ProcessEntry original,
      Exit exit,
      Relatives relatives,
      Guardian guardian,
      int expected,
      Listener listener) {
    this.original = original;
    this.exit = exit;
    this.relatives = relatives;
    this.guardian = guardian;
    this.expected = expected;
    this.listener = listener;
    this.followed = original;
    this.guarded = Set.of(original.pid());
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
    } else if (settled || (!lookForOrphan() && isTooLate())) {
      end(now.map(ProcessEntry::exit).orElse(0));
      return true;
    }
    guard();
    return false;
  }

  private void lookForChild() {
    Optional<ProcessEntry> child = newborns.maybe() ? relatives.child(followed) : Optional.empty();
    if (child.isPresent()) {
      adoptChild(child.get());
    } else if (forks > 0) {
      lookForProgram();
    }
  }

  private void lookForProgram() {
    boolean over =
        doubtful ? System.nanoTime() - doubtSince > DOUBT_NANOS : followed.runsOther(parentImage);
    if (over) {
      settled = true;
      listener.replaced();
    }
  }

  private void adoptChild(ProcessEntry child) {
    Optional<ProcessEntry> parent =
        ProcessEntry.of(followed.pid()).filter(followed::isSame).filter(ProcessEntry::hasImage);
    parentImage = parent.orElse(followed).image();
    adopt(child);
    doubt(parent.isEmpty() && child.runsOther(parentImage));
  }

  /** Two that look at the same time must not find the same one. */
  private boolean lookForOrphan() {
    synchronized (Following.class) {
      Optional<ProcessEntry> orphan = relatives.orphan(original, followed);
      orphan.ifPresent(this::adoptOrphan);
      return orphan.isPresent();
    }
  }

  private boolean isTooLate() {
    long now = System.nanoTime();
    goneSince = goneSince == 0 ? now : goneSince;
    return now - goneSince > SEARCH_NANOS;
  }

  private void adoptOrphan(ProcessEntry orphan) {
    parentImage = followed.image();
    boolean inFirstSession = orphan.session() == original.pid();
    adopt(orphan);
    if (!settled && !inFirstSession && orphan.session() != orphan.pid()) {
      settled = true;
      listener.replaced();
    } else {
      doubt(inFirstSession || orphan.runsOther(parentImage));
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
    newborns.again();
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

  /** What a process told that is no child of this one can be known only until somebody asks. */
  private void end(int told) {
    if (forks == 0) {
      exit.then(status -> listener.ended(status, guarded));
    } else {
      listener.ended(ExitStatus.ofWait(told), guarded);
    }
  }
}
