package org.upstart4j.dbus.internal.wire;

import java.io.IOException;
import java.util.ArrayDeque;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to a socket that never waits, on the thread that all such sockets share: what was added,
 * as far as the other side takes it, and the rest when that has read.
 */
final class SharedOutput implements Output {

  private static final Logger LOG = LoggerFactory.getLogger(SharedOutput.class);

  private final String name;
  private final SocketWriter writer;
  private final Memory.Share share;
  private final Owner owner;
  private final ArrayDeque<Outgoing> queue = new ArrayDeque<>();

  /** Whether the other side has to read before more can be written. */
  private boolean isFull;

  private boolean finishing;
  private boolean closed;

  /** Who has an output. No method waits. */
  interface Owner {

    /** {@link #flush} is to be called soon. */
    void added();

    /** {@link #flush} is to be called when the other side has read. */
    void full();

    /** Nothing more is written. */
    void ended();
  }

  /**
   * Makes an output.
   *
   * @param name where it leads
   * @param channel the socket, which doesn't wait
   * @param share what messages count against until they are written
   */
  SharedOutput(String name, AFUNIXSocketChannel channel, Memory.Share share, Owner owner) {
    this.name = name;
    this.writer = new SocketWriter(channel);
    this.share = share;
    this.owner = owner;
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
    if (!isFull && queue.size() == 1) {
      owner.added();
    }
    return true;
  }

  @Override
  public synchronized void finish() {
    finishing = true;
    if (!isFull) {
      owner.added();
    }
  }

  @Override
  public synchronized void close() {
    finishing = true;
    closed = true;
    queue.clear();
    writer.release();
  }

  /** Writes what can be written now; only for the thread that shares the socket. */
  synchronized void flush() {
    if (closed) {
      return;
    }
    try {
      isFull = !writeAll();
      if (isFull) {
        owner.full();
        return;
      }
      writer.release();
      if (finishing) {
        owner.ended();
      }
    } catch (IOException failure) {
      LOG.debug("Nothing can be written to {}: {}", name, failure.getMessage());
      owner.ended();
    }
  }

  private boolean writeAll() throws IOException {
    for (Outgoing next = queue.peek(); next != null; next = queue.peek()) {
      if (!writer.add(next)) {
        return false;
      }
      share.release(next.weight());
      queue.remove();
    }
    return writer.flush();
  }
}
