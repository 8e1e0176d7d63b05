package org.upstart4j.embedded.internal.host;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What ended processes have left. The guardian goes on knowing their groups and sessions until they
 * are empty; only then can the system give their numbers to others.
 */
public final class Leftovers {

  private static final long FIRST_MILLIS = 100;
  private static final long LATER_MILLIS = 5_000;
  private static final long STEP_MILLIS = 5;

  /** A look goes through all processes of the machine; so much longer than that it pauses. */
  private static final long PAUSE_FACTOR = 20;

  private final Guardian guardian;
  private final Watch watch;

  /** By number, when it was added. */
  private final Map<Integer, Long> numbers = new HashMap<>();

  private boolean awaited;
  private long looked;

  /**
   * Makes an empty list.
   *
   * @param guardian knows them
   * @param watch looks after them
   */
  public Leftovers(Guardian guardian, Watch watch) {
    this.guardian = guardian;
    this.watch = watch;
  }

  /**
   * Adds what a process may have left.
   *
   * @param ended numbers of processes, groups and sessions that the guardian knows
   */
  public synchronized void add(Set<Integer> ended) {
    long now = ProcessEntry.now();
    ended.forEach(number -> numbers.put(number, now));
    look(Math.max(FIRST_MILLIS, PAUSE_FACTOR * looked));
  }

  private synchronized void look(long millis) {
    if (!awaited) {
      awaited = true;
      watch.after(millis, this::forget);
    }
  }

  private synchronized void forget() {
    awaited = false;
    long began = System.nanoTime();
    Set<Integer> used = used();
    looked = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    numbers.keySet().stream().filter(number -> !used.contains(number)).forEach(guardian::forget);
    numbers.keySet().retainAll(used);
    if (!numbers.isEmpty()) {
      look(LATER_MILLIS);
    }
  }

  /** A process of such a number that is younger than its entry here belongs to somebody else. */
  private Set<Integer> used() {
    Set<Integer> used = new HashSet<>();
    Set<Integer> others = new HashSet<>();
    for (ProcessEntry entry : ProcessEntry.all()) {
      if (entry.isAlive()) {
        used.addAll(List.of(entry.pid(), entry.group(), entry.session()));
      }
      if (entry.start() > numbers.getOrDefault(entry.pid(), Long.MAX_VALUE)) {
        others.add(entry.pid());
      }
    }
    used.removeAll(others);
    return used;
  }

  /**
   * Waits until all have gone.
   *
   * @param deadline until when, as {@link System#nanoTime} counts
   * @throws InterruptedException if the thread is interrupted
   */
  public synchronized void awaitEnd(long deadline) throws InterruptedException {
    numbers.keySet().retainAll(used());
    while (!numbers.isEmpty() && System.nanoTime() - deadline < 0) {
      TimeUnit.MILLISECONDS.timedWait(this, STEP_MILLIS);
      numbers.keySet().retainAll(used());
    }
  }
}
