package org.upstart4j.dbus.internal.wire;

import java.io.FileDescriptor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.newsclub.net.unix.AFUNIXSocketChannel;

/**
 * What goes out over a socket: messages in the order in which they were added, written by a thread
 * of its own, so that nobody waits for the other side to read.
 */
final class Output {

  /** From then on the other side counts as one that doesn't read. */
  private static final long LIMIT = 1 << 28;

  private static final int BATCH = 1 << 16;

  private final AFUNIXSocketChannel channel;
  private final ArrayDeque<Outgoing> queue = new ArrayDeque<>();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BATCH);
  private long queued;
  private boolean finishing;

  Output(AFUNIXSocketChannel channel) {
    this.channel = channel;
  }

  /**
   * Adds a message.
   *
   * @return false if so much waits already that the other side seems not to read
   */
  synchronized boolean add(Outgoing message) {
    if (finishing) {
      return true;
    }
    queue.add(message);
    queued += message.bytes().length;
    notifyAll();
    return queued <= LIMIT;
  }

  /** Takes no more messages; {@link #run} ends when all those that it has are written. */
  synchronized void finish() {
    finishing = true;
    notifyAll();
  }

  /** Writes messages until the end. */
  void run() throws IOException {
    try {
      for (Outgoing next = next(); next != null; next = next()) {
        add(next.bytes(), next);
        if (isEmpty()) {
          flush();
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized @Nullable Outgoing next() throws InterruptedException {
    while (queue.isEmpty() && !finishing) {
      wait();
    }
    Outgoing next = queue.poll();
    if (next != null) {
      queued -= next.bytes().length;
    }
    return next;
  }

  private synchronized boolean isEmpty() {
    return queue.isEmpty();
  }

  /** Puts bytes into the buffer; what doesn't fit, and what carries files, goes out by itself. */
  private void add(byte[] bytes, Outgoing message) throws IOException {
    if (!message.files().isEmpty() || bytes.length > buffer.remaining()) {
      flush();
    }
    if (!message.files().isEmpty()) {
      channel.setOutboundFileDescriptors(message.files().toArray(FileDescriptor[]::new));
    }
    if (bytes.length > buffer.remaining()) {
      write(ByteBuffer.wrap(bytes));
    } else {
      buffer.put(bytes);
    }
    if (!message.files().isEmpty()) {
      flush();
      channel.setOutboundFileDescriptors();
    }
  }

  private void flush() throws IOException {
    write(buffer.flip());
    buffer.clear();
  }

  private void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
