package org.upstart4j.dbus.internal.wire;

import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads from a socket: lines, messages, and the files that come with them. */
final class SocketInput implements AutoCloseable {

  private static final int LONGEST_LINE = 16384;
  private static final int START = 16;

  /** How much of a message is read before more memory is reserved for it. */
  private static final int PART = 1 << 15;

  /** How many files may wait for the messages that they belong to. */
  private static final int MOST_FILES = 64;

  private static final Logger LOG = LoggerFactory.getLogger(SocketInput.class);

  private final AFUNIXSocketChannel channel;
  private final ByteBuffer buffer = Buffers.take().limit(0);
  private final ArrayDeque<FileDescriptor> files = new ArrayDeque<>();
  private final Memory.Share share = Memory.ALL.share(this::giveUp);
  private volatile boolean givenUp;
  private Flush beforeWaiting = () -> {};
  private boolean closed;

  /** Writes what the other side may wait for. */
  interface Flush {

    void flush() throws IOException;
  }

  SocketInput(AFUNIXSocketChannel channel) {
    this.channel = channel;
  }

  /** Has something done before each time that this waits for the other side. */
  void beforeWaiting(Flush flush) {
    beforeWaiting = flush;
  }

  /** The connection's share of the memory; a message counts against it until it is released. */
  Memory.Share share() {
    return share;
  }

  private void giveUp() {
    givenUp = true;
    try {
      channel.close();
    } catch (IOException failure) {
      LOG.debug("A connection could not be closed", failure);
    }
  }

  /** Reads a line up to CR LF. */
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

  /** Reads a message; if it is too long for this heap, only its header, without its values. */
  Incoming message() throws IOException {
    byte[] start = new byte[START];
    read(start, 0, START);
    ByteBuffer numbers = numbers(start);
    long body = numbers.getInt(4) & 0xffff_ffffL;
    long header = START + ((numbers.getInt(12) & 0xffff_ffffL) + 7) / 8 * 8;
    if (header + body > Memory.LONGEST || header > Memory.MESSAGE) {
      throw new ProtocolException("A message of " + (header + body) + " bytes is too long");
    }
    boolean fits = header + body <= Memory.MESSAGE;
    byte[] bytes = read(start, (int) (fits ? header + body : header));
    if (!fits) {
      skip(body);
    }
    return parse(bytes, fits);
  }

  private static ByteBuffer numbers(byte[] start) throws IOException {
    if ((start[0] != 'l' && start[0] != 'B') || start[3] != 1) {
      throw new ProtocolException("Received something that is no D-Bus message");
    }
    ByteBuffer numbers = ByteBuffer.wrap(start);
    numbers.order(start[0] == 'B' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    return numbers;
  }

  private Incoming parse(byte[] bytes, boolean isWhole) throws IOException {
    try {
      Incoming message = new Incoming(bytes, isWhole);
      share.take(message.weight() - (bytes.length - START));
      addFiles(message);
      return message;
    } catch (RuntimeException rubbish) {
      throw rubbish(rubbish);
    }
  }

  private static ProtocolException rubbish(RuntimeException cause) {
    ProtocolException rubbish =
        new ProtocolException("Received something that is no D-Bus message");
    rubbish.initCause(cause);
    return rubbish;
  }

  /** Hands a message its files. More files may be here only if the next message has begun. */
  private void addFiles(Incoming message) throws IOException {
    if (message.fileCount() > files.size()) {
      throw new ProtocolException("A message has more files than came with it");
    }
    for (int i = 0; i < message.fileCount(); i++) {
      message.files().add(files.remove());
    }
    if (!buffer.hasRemaining() && !files.isEmpty()) {
      OpenFiles.close(message.files());
      throw new ProtocolException("Received files that belong to no message");
    }
  }

  /** Reads on, reserving no more than twice what has arrived. */
  private byte[] read(byte[] start, int length) throws IOException {
    byte[] bytes = start;
    while (bytes.length < length) {
      int read = bytes.length;
      int next = Math.min(length, Math.max(2 * read, PART));
      share.take(next - read);
      bytes = Arrays.copyOf(bytes, next);
      read(bytes, read, next - read);
    }
    return bytes;
  }

  private void skip(long length) throws IOException {
    for (long left = length; left > 0; ) {
      fill();
      int part = (int) Math.min(left, buffer.remaining());
      buffer.position(buffer.position() + part);
      left -= part;
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
    beforeWaiting.flush();
    int count = receive();
    FileDescriptor[] received = channel.getReceivedFileDescriptors();
    if (received != null) {
      files.addAll(Arrays.asList(received));
    }
    if (count < 0) {
      throw new EOFException("The other side has closed the connection");
    }
    if (files.size() > MOST_FILES) {
      throw new ProtocolException("Received files that belong to no message");
    }
  }

  private int receive() throws IOException {
    buffer.clear();
    try {
      return channel.read(buffer);
    } catch (IOException closed) {
      throw givenUp
          ? new ProtocolException("It held most of the memory of all connections")
          : closed;
    } finally {
      buffer.flip();
    }
  }

  /**
   * Closes files that nobody took, and gives back the memory that the connection has. Only the
   * thread that reads calls this.
   */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      share.close();
      OpenFiles.close(List.copyOf(files));
      files.clear();
      Buffers.giveBack(buffer);
    }
  }
}
