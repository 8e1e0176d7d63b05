package org.upstart4j.dbus.internal.wire;

import java.io.FileDescriptor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.newsclub.net.unix.AFUNIXSocketChannel;

/**
 * Writes to a socket: messages in the order in which they were added. A thread of its own writes
 * them, so that nobody waits for the other side to read.
 */
final class SocketOutput {

  private static final int BATCH = 1 << 16;

  /** What a message takes besides its bytes. */
  private static final long BESIDE = 100;

  private final AFUNIXSocketChannel channel;
  private final Memory.Share share;
  private final ArrayDeque<Outgoing> queue = new ArrayDeque<>();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BATCH);
  private boolean finishing;

  /**
   * Makes an output.
   *
   * @param share what messages count against until they are written
   */
  SocketOutput(AFUNIXSocketChannel channel, Memory.Share share) {
    this.channel = channel;
    this.share = share;
  }

  /** Adds a message. */
  void add(Outgoing message) {
    share.take(weight(message));
    if (!enqueue(message)) {
      share.release(weight(message));
    }
  }

  private static long weight(Outgoing message) {
    return BESIDE + message.bytes().length;
  }

  private synchronized boolean enqueue(Outgoing message) {
    if (finishing) {
      return false;
    }
    queue.add(message);
    notifyAll();
    return true;
  }

  /** Takes no more messages; {@link #run} ends when the rest is written. */
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
        share.release(weight(next));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      clear();
    }
  }

  private synchronized void clear() {
    finishing = true;
    queue.clear();
  }

  private synchronized @Nullable Outgoing next() throws InterruptedException {
    while (queue.isEmpty() && !finishing) {
      wait();
    }
    return queue.poll();
  }

  private synchronized boolean isEmpty() {
    return queue.isEmpty();
  }

  /** Puts bytes into the buffer; those that don't fit, or carry files, go out by themselves. */
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
