package org.upstart4j.embedded.internal.host;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upstart4j.ExitStatus;
import org.upstart4j.embedded.internal.thread.DaemonThreads;

/**
 * Takes the status of every child that was handed to this process, and remembers it for a while. A
 * child that Java has started is left to Java, which waits for it.
 *
 * <p>Which is which nobody tells, but a process keeps its session or makes one that it leads: what
 * Java has started is in this process's session or leads its own. What is in any other one was
 * handed over. All else is left alone for a second, in which Java takes what is its own.
 */
public final class Reaper {

  private static final Logger LOG = LoggerFactory.getLogger("org.upstart4j.embedded");

  private static final long SHORTEST_NANOS = TimeUnit.MICROSECONDS.toNanos(50);
  private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** From such a pause on it is worth while to look at all children. */
  private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  /** No child at all: the first one does not say that it is there. */
  private static final long CHILDLESS_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** How long what may be Java's is left alone, and how often it must have been seen by then. */
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final int GRACE_LOOKS = 8;
  private static final int MOST_REMEMBERED = 1000;

  private final Children children;
  private final int session;
  private final Set<Integer> left = ConcurrentHashMap.newKeySet();

  /** What waits for the end of a child. */
  private final Map<Identity, CompletableFuture<ExitStatus>> awaited = new HashMap<>();

  /** The latest that have been taken. */
  private final Map<Identity, Taken> taken =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Identity, Taken> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  /** What may be Java's; only the reaper's own thread knows it. */
  private Map<Identity, Doubt> doubts = new HashMap<>();

  private int last;
  private long pause = SHORTEST_NANOS;

  /** What names a process for ever. */
  private record Identity(int pid, long start) {

    static Identity of(ProcessEntry process) {
      return new Identity(process.pid(), process.start());
    }
  }

  private record Taken(ProcessEntry process, ExitStatus status) {}

  private record Doubt(long since, int looks) {

    boolean isOver(long now) {
      return looks >= GRACE_LOOKS && now - since >= GRACE_NANOS;
    }
  }

  private static @Nullable Kernel kernel;
  private static @Nullable Reaper only;

  Reaper(Children children, int session) {
    this.children = children;
    this.session = session;
  }

  /**
   * Says whether there can be a reaper.
   *
   * @throws UnsupportedOperationException if there can be none; the message says what to do
   */
  public static void check() {
    var unused = kernel();
  }

  private static synchronized Kernel kernel() {
    Kernel linked = kernel == null ? Kernel.link() : kernel;
    kernel = linked;
    return linked;
  }

  /**
   * Returns this program's reaper, which goes on to its end.
   *
   * @return the reaper
   * @throws UnsupportedOperationException if there can be none; the message says what to do
   */
  public static synchronized Reaper running() {
    if (only == null) {
      Kernel linked = kernel();
      linked.takeOrphansIn();
      int self = Math.toIntExact(ProcessHandle.current().pid());
      int session = ProcessEntry.of(self).map(ProcessEntry::session).orElse(0);
      Reaper reaper = new Reaper(linked, session);
      DaemonThreads.start("upstart-reaper", reaper::reapForEver);
      only = reaper;
    }
    return only;
  }

  /** Leaves a process to Java, which has started it. */
  void leave(Process process) {
    Integer pid = Math.toIntExact(process.pid());
    left.add(pid);
    var unused = process.onExit().thenRun(() -> left.remove(pid));
  }

  /**
   * Returns how a child ends, or has ended not long ago. It completes on the reaper's thread, which
   * must not be kept waiting. One that is no child, and does not become one, is never told.
   */
  synchronized CompletableFuture<ExitStatus> end(ProcessEntry child) {
    Identity identity = Identity.of(child);
    Taken known = taken.get(identity);
    return known != null
        ? CompletableFuture.completedFuture(known.status())
        : awaited.computeIfAbsent(identity, added -> new CompletableFuture<>());
  }

  /** Returns how a process ended whose status has been taken not long ago. */
  synchronized Optional<ExitStatus> ended(ProcessEntry process) {
    return Optional.ofNullable(taken.get(Identity.of(process))).map(Taken::status);
  }

  /** Returns the latest processes whose status has been taken, the first one first. */
  synchronized List<ProcessEntry> latest() {
    return taken.values().stream().map(Taken::process).toList();
  }

  private void reapForEver() {
    while (true) {
      try {
        LockSupport.parkNanos(reap());
      } catch (RuntimeException | Error fault) {
        LOG.error("A child that has ended could not be reaped", fault);
        LockSupport.parkNanos(CHILDLESS_NANOS);
      }
    }
  }

  /** Waits for a child, and returns for how many nanoseconds to pause before the next one. */
  long reap() {
    int pid = children.awaitEnded();
    if (pid == 0) {
      return CHILDLESS_NANOS;
    }
    if (ProcessEntry.of(pid).filter(this::isHandedOver).filter(this::take).isPresent()) {
      return 0;
    }
    pause = pid == last ? Math.min(2 * pause, LONGEST_NANOS) : SHORTEST_NANOS;
    last = pid;
    if (pause >= LONG_NANOS) {
      // It stands before others, which the system tells of only by their numbers.
      reapOthers();
    }
    return pause;
  }

  private void reapOthers() {
    Map<Identity, Doubt> before = doubts;
    doubts = new HashMap<>();
    long now = System.nanoTime();
    for (ProcessEntry child : ProcessEntry.children((int) ProcessHandle.current().pid())) {
      if (children.hasEnded(child.pid())) {
        Doubt doubt = before.getOrDefault(Identity.of(child), new Doubt(now, 0));
        if (isHandedOver(child) || (doubt.isOver(now) && !left.contains(child.pid()))) {
          take(child);
        } else {
          doubts.put(Identity.of(child), new Doubt(doubt.since(), doubt.looks() + 1));
        }
      }
    }
  }

  private boolean isHandedOver(ProcessEntry child) {
    return (child.session() != session && child.session() != child.pid()) || isAwaited(child);
  }

  private synchronized boolean isAwaited(ProcessEntry child) {
    return awaited.containsKey(Identity.of(child));
  }

  private boolean take(ProcessEntry child) {
    Optional<ExitStatus> status;
    CompletableFuture<ExitStatus> waiting;
    synchronized (this) {
      status = children.take(child.pid());
      status.ifPresent(known -> taken.put(Identity.of(child), new Taken(child, known)));
      waiting = status.isPresent() ? awaited.remove(Identity.of(child)) : null;
    }
    if (waiting != null) {
      waiting.complete(status.orElseThrow());
    }
    return status.isPresent();
  }
}
