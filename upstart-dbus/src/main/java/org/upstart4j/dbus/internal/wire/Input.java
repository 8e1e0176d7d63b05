package org.upstart4j.dbus.internal.wire;

import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.newsclub.net.unix.AFUNIXSocketChannel;

/** What comes in over a socket: lines, messages, and the files that come with them. */
final class Input {

  /** Of which D-Bus says that no message is longer. */
  private static final int LONGEST = 1 << 27;

  private static final int LONGEST_LINE = 16384;
  private static final int START = 16;

  private final AFUNIXSocketChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 15).limit(0);
  private final ArrayDeque<FileDescriptor> files = new ArrayDeque<>();

  Input(AFUNIXSocketChannel channel) {
    this.channel = channel;
  }

  /** Reads a line that CR LF ends. */
  String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = octet(); next != '\n'; next = octet()) {
      if (line.length() == LONGEST_LINE) {
        throw new IOException("A line has no end");
      }
      line.append((char) next);
    }
    int end = line.length() - 1;
    return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
  }

  int octet() throws IOException {
    fill();
    return buffer.get() & 0xff;
  }

  /** Reads a message. */
  Incoming message() throws IOException {
    byte[] start = new byte[START];
    read(start, 0, START);
    byte[] bytes = Arrays.copyOf(start, length(start));
    read(bytes, START, bytes.length - START);
    return parse(bytes);
  }

  private static int length(byte[] start) throws IOException {
    if ((start[0] != 'l' && start[0] != 'B') || start[3] != 1) {
      throw new IOException("What came is no D-Bus message");
    }
    ByteBuffer numbers = ByteBuffer.wrap(start);
    numbers.order(start[0] == 'B' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    long body = numbers.getInt(4) & 0xffff_ffffL;
    long fields = numbers.getInt(12) & 0xffff_ffffL;
    long length = START + (fields + 7) / 8 * 8 + body;
    if (length > LONGEST) {
      throw new IOException("A message of " + length + " bytes is too long");
    }
    return (int) length;
  }

  private Incoming parse(byte[] bytes) throws IOException {
    try {
      Incoming message = new Incoming(bytes);
      for (int i = 0; i < message.fileCount(); i++) {
        message.files().add(files.remove());
      }
      return message;
    } catch (RuntimeException rubbish) {
      throw new IOException("What came is no D-Bus message", rubbish);
    }
  }

  private void read(byte[] into, int offset, int length) throws IOException {
    for (int at = 0; at < length; ) {
      fill();
      int part = Math.min(length - at, buffer.remaining());
      buffer.get(into, offset + at, part);
      at += part;
    }
  }

  /** Waits until there is something to read. */
  private void fill() throws IOException {
    if (buffer.hasRemaining()) {
      return;
    }
    buffer.clear();
    int count = channel.read(buffer);
    buffer.flip();
    if (count < 0) {
      throw new EOFException("The other side has closed the connection");
    }
    FileDescriptor[] received = channel.getReceivedFileDescriptors();
    if (received != null) {
      files.addAll(Arrays.asList(received));
    }
  }
}
