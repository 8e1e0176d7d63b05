package org.upstart4j.dbus.internal.wire;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much of the heap all connections of this program may hold together, for messages in transit.
 * If they hold more, the one that holds the most is closed, so that no other suffers. All limits
 * follow from the size of the heap. Thread-safe.
 */
public final class Memory {

  private static final long HEAP = Runtime.getRuntime().maxMemory();

  /** The longest message that D-Bus allows. */
  static final int LONGEST = 1 << 27;

  /** The longest message that this heap allows. */
  static final int MESSAGE = (int) Math.min(LONGEST, HEAP / 12);

  /** The most values that a message may have; each takes some 100 bytes of the heap. */
  public static final int VALUES = (int) Math.min(1 << 22, HEAP / 8 / 100);

  /** The most connections; each takes some 100 KB. */
  static final int CONNECTIONS = (int) Math.min(1 << 12, HEAP / 4 / 100_000);

  /**
   * A sixth of the heap, as an array may take twice its size, and a message is built in several
   * steps.
   */
  static final Memory ALL = new Memory(HEAP / 6);

  private final long limit;
  private final Set<Share> shares = new HashSet<>();
  private long held;

  /**
   * Makes a memory.
   *
   * @param limit how many bytes all may hold together
   */
  Memory(long limit) {
    this.limit = limit;
  }

  /**
   * Returns a connection's share.
   *
   * @param giveUp ends the connection; must not wait
   */
  synchronized Share share(Runnable giveUp) {
    Share share = new Share(giveUp);
    shares.add(share);
    return share;
  }

  /** What one connection holds. */
  final class Share implements AutoCloseable {

    private final Runnable giveUp;
    private long mine;
    private boolean closed;

    private Share(Runnable giveUp) {
      this.giveUp = giveUp;
    }

    /** Takes some bytes. If that is too much, the largest share gives up, which may be this one. */
    void take(long bytes) {
      Share most = add(bytes) ? heaviest() : null;
      if (most != null) {
        most.close();
        most.giveUp.run();
      }
    }

    /** Gives back some bytes that were taken. */
    void release(long bytes) {
      add(-bytes);
    }

    /** Adds to what is held, and returns whether that is too much. */
    private boolean add(long bytes) {
      synchronized (Memory.this) {
        if (closed) {
          return false;
        }
        mine += bytes;
        held += bytes;
        return held > limit;
      }
    }

    /** Gives back all. What is taken from now on counts no more. */
    @Override
    public void close() {
      synchronized (Memory.this) {
        if (shares.remove(this)) {
          closed = true;
          held -= mine;
        }
      }
    }
  }

  private synchronized @Nullable Share heaviest() {
    Share most = null;
    for (Share share : shares) {
      most = most == null || share.mine > most.mine ? share : most;
    }
    return most;
  }
}
