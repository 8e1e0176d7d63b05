package org.upstart4j.dbus.internal.wire;

import java.io.FileDescriptor;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.newsclub.net.unix.AFUNIXSocketChannel;

/**
 * Writes the bytes of messages, small ones together. One thread at a time uses it. If the channel
 * does not wait, it says so when it cannot go on; it goes on with the same message later.
 */
final class SocketWriter {

  private final AFUNIXSocketChannel channel;
  private @Nullable ByteBuffer buffer;

  /** How much of the current message was added. */
  private int added;

  SocketWriter(AFUNIXSocketChannel channel) {
    this.channel = channel;
  }

  /**
   * Adds a message, or what is left of it. It may be written later.
   *
   * @return whether all of it was added
   */
  boolean add(byte[] message) throws IOException {
    while (added < message.length) {
      ByteBuffer into = buffer();
      if (!into.hasRemaining() && !flush()) {
        return false;
      }
      int part = Math.min(message.length - added, into.remaining());
      into.put(message, added, part);
      added += part;
    }
    added = 0;
    return true;
  }

  /** Writes a message that carries files; the channel waits. */
  void write(byte[] message, FileDescriptor... files) throws IOException {
    flush();
    channel.setOutboundFileDescriptors(files);
    add(message);
    flush();
    channel.setOutboundFileDescriptors();
  }

  /**
   * Writes what was added.
   *
   * @return whether all of it is written
   */
  boolean flush() throws IOException {
    ByteBuffer from = buffer().flip();
    try {
      while (from.hasRemaining()) {
        if (channel.write(from) == 0 && !channel.isBlocking()) {
          return false;
        }
      }
      return true;
    } finally {
      from.compact();
    }
  }

  private ByteBuffer buffer() {
    ByteBuffer known = buffer == null ? Buffers.take() : buffer;
    buffer = known;
    return known;
  }

  /** Gives back what it holds; called when nothing more is written. */
  void close() {
    if (buffer != null) {
      Buffers.giveBack(buffer);
      buffer = null;
    }
  }
}
