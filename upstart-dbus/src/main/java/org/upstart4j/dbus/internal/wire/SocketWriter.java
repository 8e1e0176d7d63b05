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
  boolean add(Outgoing message) throws IOException {
    if (added == 0 && !message.files().isEmpty() && !(flush() && sendFiles(message))) {
      return false;
    }
    byte[] bytes = message.bytes();
    while (added < bytes.length) {
      ByteBuffer into = buffer();
      if (!into.hasRemaining() && !flush()) {
        return false;
      }
      int part = Math.min(bytes.length - added, into.remaining());
      into.put(bytes, added, part);
      added += part;
    }
    added = 0;
    return true;
  }

  /** Sends files, which go with the first bytes of their message; they are lost without. */
  private boolean sendFiles(Outgoing message) throws IOException {
    ByteBuffer start = buffer();
    start.put(message.bytes(), 0, Math.min(message.bytes().length, start.remaining())).flip();
    channel.setOutboundFileDescriptors(message.files().toArray(FileDescriptor[]::new));
    try {
      added = channel.write(start);
      return added > 0;
    } finally {
      channel.setOutboundFileDescriptors();
      start.clear();
    }
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

  /** Gives back the memory that it holds, once all is written, or nothing more is. */
  void release() {
    if (buffer != null) {
      Buffers.giveBack(buffer);
      buffer = null;
    }
  }
}
