package org.upstart4j.dbus.internal.wire;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.newsclub.net.unix.AFUNIXSelectorProvider;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that waits for many sockets at once. It is there while there are any, and a while
 * longer. Thread-safe.
 */
final class SocketWatch {

  private static final Logger LOG = LoggerFactory.getLogger(SocketWatch.class);

  /** How long the thread stays without a socket. */
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static @Nullable SocketWatch current;

  private final Selector selector;

  /** Wakes the thread. A selector of junixsocket shares its own alarm with all others. */
  private final SocketPair alarm;

  /** Rings the alarm. Not through its channel, which would close if the caller is interrupted. */
  private final FileOutputStream bell;

  private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
  private final Thread thread = DbusThreads.of("reads", this::run);
  private int places;
  private boolean isOver;

  /** Told of a socket, on the thread that watches, and so must never wait. */
  interface Watcher {

    /**
     * There may be something to read, or the socket is closed.
     *
     * @return whether it goes on
     */
    boolean readable();

    /** The other side has read what it was sent; called once after {@link Place#awaitRoom}. */
    void writable();
  }

  private SocketWatch() throws IOException {
    this.selector = AFUNIXSelectorProvider.provider().openSelector();
    this.alarm = SocketPair.open();
    alarm.ours().configureBlocking(false);
    alarm.theirs().configureBlocking(false);
    alarm.ours().register(selector, SelectionKey.OP_READ);
    this.bell = new FileOutputStream(alarm.theirs().getFileDescriptor());
  }

  /**
   * Takes a place for a socket, which must not wait.
   *
   * @param watcher told of the socket
   * @throws IOException if the system does not allow that
   */
  static Place place(AFUNIXSocketChannel channel, Watcher watcher) throws IOException {
    synchronized (SocketWatch.class) {
      SocketWatch watch = current == null ? start() : current;
      watch.places++;
      return watch.new Place(channel, watcher);
    }
  }

  private static SocketWatch start() throws IOException {
    SocketWatch watch = new SocketWatch();
    watch.thread.start();
    current = watch;
    return watch;
  }

  private void run() {
    try {
      while (isNeeded()) {
        selector.select();
        for (SelectionKey key : selector.selectedKeys().toArray(SelectionKey[]::new)) {
          if (key.attachment() instanceof Place place) {
            place.ready(key);
          } else {
            ((AFUNIXSocketChannel) key.channel()).read(ByteBuffer.allocate(Long.BYTES));
          }
        }
        runTasks();
      }
    } catch (IOException | InterruptedException | RuntimeException | Error failure) {
      LOG.error("Gives up all connections", failure);
    } finally {
      end();
    }
  }

  /**
   * Waits for a socket if there is none, but not for ever. It does not select for that: a JVM that
   * ends waits 0.3 s for a thread in native code.
   */
  private boolean isNeeded() throws InterruptedException {
    if (!hasPlaces()) {
      awaitTask();
      return !ends();
    }
    return true;
  }

  private boolean hasPlaces() {
    synchronized (SocketWatch.class) {
      return places > 0;
    }
  }

  private synchronized void awaitTask() throws InterruptedException {
    long end = System.nanoTime() + IDLE_NANOS;
    for (long left = IDLE_NANOS; tasks.isEmpty() && left > 0; left = end - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }

  /** Whether no socket is left, nor comes any more. */
  private boolean ends() {
    synchronized (SocketWatch.class) {
      boolean ends = places == 0 && !hasTasks();
      if (ends) {
        current = null;
      }
      return ends;
    }
  }

  private synchronized boolean hasTasks() {
    return !tasks.isEmpty();
  }

  private void runTasks() {
    for (Runnable task = next(); task != null; task = next()) {
      task.run();
    }
  }

  private synchronized @Nullable Runnable next() {
    return tasks.poll();
  }

  /** Has the thread do something; if it has ended, the caller does. */
  private void post(Runnable task) {
    if (!enqueue(task)) {
      task.run();
    }
  }

  private synchronized boolean enqueue(Runnable task) {
    if (!isOver) {
      tasks.add(task);
      if (tasks.size() == 1 && Thread.currentThread() != thread) {
        notifyAll();
        wake();
      }
    }
    return !isOver;
  }

  private void wake() {
    try {
      bell.write(0);
    } catch (IOException failure) {
      LOG.error("The thread that reads cannot be woken", failure);
    }
  }

  private void end() {
    synchronized (SocketWatch.class) {
      current = current == this ? null : current;
    }
    synchronized (this) {
      isOver = true;
    }
    runTasks();
    for (SelectionKey key : selector.keys().toArray(SelectionKey[]::new)) {
      if (key.attachment() instanceof Place place) {
        place.left();
      }
    }
    try (selector) {
      alarm.close();
    } catch (IOException failure) {
      LOG.debug("The thread that reads left something open", failure);
    }
  }

  private void leaves() {
    synchronized (SocketWatch.class) {
      places--;
    }
  }

  /** A socket that is watched. */
  final class Place {

    private final AFUNIXSocketChannel channel;
    private final Watcher watcher;
    private @Nullable SelectionKey key;
    private boolean hasLeft;

    private Place(AFUNIXSocketChannel channel, Watcher watcher) {
      this.channel = channel;
      this.watcher = watcher;
    }

    /** Begins to watch; the watcher is told at once that there may be something to read. */
    void enter() {
      post(this::begin);
    }

    private void begin() {
      try {
        key = channel.register(selector, SelectionKey.OP_READ, this);
      } catch (IOException | ClosedSelectorException closed) {
        LOG.debug("{} cannot be watched", channel, closed);
        left();
      }
      watcher.readable();
    }

    private void ready(SelectionKey ready) {
      if (ready.isWritable()) {
        ready.interestOps(SelectionKey.OP_READ);
        watcher.writable();
      }
      // the other side has closed it: what is left has to be read now, as junixsocket closes this
      // side, too, before it waits again
      boolean isEnd = !ready.isValid();
      if (isEnd || ready.isReadable()) {
        while (watcher.readable() && isEnd) {
          LOG.trace("There is more to read from {}", channel);
        }
      }
    }

    /**
     * Has something done on the thread that watches, which alone uses the socket: a channel closes
     * if a thread is interrupted while it uses it.
     */
    void soon(Runnable task) {
      post(task);
    }

    /** Has the watcher told when the other side has read; only for the thread that watches. */
    void awaitRoom() {
      if (key != null && key.isValid()) {
        key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
      }
    }

    /** Closes the socket soon, and tells the watcher once more. */
    void leave() {
      post(this::left);
    }

    private void left() {
      if (!hasLeft) {
        hasLeft = true;
        closeChannel();
        leaves();
        watcher.readable();
      }
    }

    private void closeChannel() {
      try {
        channel.close();
      } catch (IOException failure) {
        LOG.debug("{} could not be closed", channel, failure);
      }
    }
  }
}
