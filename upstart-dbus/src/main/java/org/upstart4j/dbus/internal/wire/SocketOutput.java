package org.upstart4j.dbus.internal.wire;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to a socket on a thread of its own, which is there while there is something to write. The
 * thread that reads from the socket may itself write what it has added, as far as that works
 * without waiting: an answer then costs no change of threads.
 */
final class SocketOutput implements Output {

  private static final Logger LOG = LoggerFactory.getLogger(SocketOutput.class);

  /** How long the thread stays when it has nothing to write. */
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final String name;
  private final AFUNIXSocketChannel channel;
  private final SocketWriter writer;
  private final Memory.Share share;
  private final Runnable ended;
  private final ArrayDeque<Outgoing> queue = new ArrayDeque<>();
  private @Nullable Outgoing current;
  private @Nullable Thread reading;
  private boolean hasThread;
  private boolean writing;
  private boolean unfinished;
  private boolean closed;
  private boolean finishing;

  /**
   * Makes an output.
   *
   * @param name where it leads
   * @param share what messages count against until they are written
   * @param ended called when nothing more is written; must not wait
   */
  SocketOutput(String name, AFUNIXSocketChannel channel, Memory.Share share, Runnable ended) {
    this.name = name;
    this.channel = channel;
    this.writer = new SocketWriter(channel);
    this.share = share;
    this.ended = ended;
  }

  /**
   * Says that the current thread is the one that reads, and that after it has added something it
   * calls {@link #flush} before it waits for anything.
   */
  synchronized void flushedHere() {
    reading = Thread.currentThread();
  }

  @Override
  public void add(Outgoing message) {
    share.take(message.weight());
    if (!enqueue(message)) {
      share.release(message.weight());
    }
  }

  private synchronized boolean enqueue(Outgoing message) {
    if (finishing) {
      return false;
    }
    queue.add(message);
    if (Thread.currentThread() != reading) {
      wake();
    }
    return true;
  }

  @Override
  public synchronized void finish() {
    if (!finishing) {
      finishing = true;
      wake();
    }
  }

  @Override
  public synchronized void close() {
    finishing = true;
    closed = true;
    queue.clear();
    notifyAll();
    if (!writing) {
      writer.release();
    }
  }

  /** Has the thread look for something to write. */
  private synchronized void wake() {
    if (hasThread) {
      notifyAll();
      return;
    }
    try {
      DbusThreads.start("writes " + name, this::run);
      hasThread = true;
    } catch (OutOfMemoryError tooMany) {
      // the system allows no more threads; who added a message is not to blame
      LOG.warn("Nothing can be written to {}: {}", name, tooMany.getMessage());
      ended.run();
    }
  }

  /** Writes messages until none comes for a while, or no more at all. */
  private void run() {
    try {
      while (awaitWork()) {
        write();
      }
      if (isFinishing()) {
        ended.run();
      }
    } catch (IOException failure) {
      LOG.debug("Nothing can be written to {}: {}", name, failure.getMessage());
      ended.run();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      ended.run();
    }
  }

  private synchronized boolean isFinishing() {
    return finishing;
  }

  /** Waits for something to write; returns false if the thread is to leave. */
  private synchronized boolean awaitWork() throws InterruptedException {
    long begun = System.nanoTime();
    while (writing || !hasWork()) {
      long left = IDLE_NANOS - (System.nanoTime() - begun);
      if (!writing && (finishing || left <= 0)) {
        hasThread = false;
        return false;
      }
      wait(1 + Math.max(0, TimeUnit.NANOSECONDS.toMillis(left)));
    }
    writing = true;
    return true;
  }

  private boolean hasWork() {
    return !closed && (unfinished || current != null || !queue.isEmpty());
  }

  /**
   * Writes what was added as far as the other side takes it, without waiting; the thread writes the
   * rest. Only the thread that reads may do this, as it must not read meanwhile.
   */
  void flush() throws IOException {
    if (Thread.currentThread() == reading && begin()) {
      channel.configureBlocking(false);
      write();
    }
  }

  private synchronized boolean begin() {
    boolean begins = !writing && hasWork();
    writing |= begins;
    return begins;
  }

  private void write() throws IOException {
    boolean all = false;
    try {
      all = writeQueue();
      channel.configureBlocking(true);
    } finally {
      end(all);
    }
  }

  /** Returns whether all is written; if not, the channel would have had to wait. */
  private boolean writeQueue() throws IOException {
    for (Outgoing next = next(); next != null; next = next()) {
      if (!writer.add(next)) {
        return false;
      }
      written(next);
    }
    return writer.flush();
  }

  /** Returns the message to go on with. Files are lost if the channel cannot take them at once. */
  private synchronized @Nullable Outgoing next() {
    Outgoing head = current == null ? queue.peek() : current;
    if (head != null && current == null && (head.files().isEmpty() || channel.isBlocking())) {
      current = queue.poll();
    }
    return current;
  }

  private void written(Outgoing message) {
    share.release(message.weight());
    synchronized (this) {
      current = null;
    }
  }

  private synchronized void end(boolean all) {
    writing = false;
    unfinished = !all;
    if (closed) {
      writer.release();
    } else if (hasWork()) {
      wake();
    } else {
      notifyAll();
    }
  }
}
