package org.upstart4j.dbus.internal.wire;

import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads from a socket: lines, messages, and the files that come with them. */
final class SocketInput implements AutoCloseable {

  private static final int LONGEST_LINE = 16384;

  /** How many files may wait for the messages that they belong to. */
  private static final int MOST_FILES = 64;

  private static final ByteBuffer NONE = ByteBuffer.allocate(0);

  private static final Logger LOG = LoggerFactory.getLogger(SocketInput.class);

  private final AFUNIXSocketChannel channel;
  private ByteBuffer buffer = NONE;
  private final ArrayDeque<FileDescriptor> files = new ArrayDeque<>();
  private final Memory.Share share = Memory.ALL.share(this::giveUp);
  private final PartialMessage partial = new PartialMessage(share);
  private volatile Runnable end = this::closeChannel;
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

  /** Says how to end the connection when it holds too much of the memory; by default at once. */
  void endsBy(Runnable ending) {
    end = ending;
  }

  /** The connection's share of the memory; a message counts against it until it is released. */
  Memory.Share share() {
    return share;
  }

  private void giveUp() {
    givenUp = true;
    end.run();
  }

  private void closeChannel() {
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
    while (!buffer.hasRemaining()) {
      fill();
    }
    return buffer.get() & 0xff;
  }

  /** Reads a message; if it is too long for this heap, only its header, without its values. */
  Incoming message() throws IOException {
    Incoming message = received();
    while (message == null) {
      fill();
      message = received();
    }
    return message;
  }

  /**
   * Returns a message that has come already, as {@link #message} does; null if none has come whole.
   */
  @Nullable Incoming received() throws IOException {
    Incoming message = partial.add(buffer);
    if (message != null) {
      addFiles(message);
    }
    return message;
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

  /**
   * Reads more, once all that has come is taken. Waits until there is something to read, if the
   * channel does.
   *
   * @return whether there may be more to read right now
   */
  boolean fill() throws IOException {
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
    return count == buffer.capacity();
  }

  private int receive() throws IOException {
    ByteBuffer into = hasBuffer() ? buffer.clear() : Buffers.take();
    buffer = into;
    try {
      return channel.read(into);
    } catch (IOException closed) {
      throw givenUp
          ? new ProtocolException("It held most of the memory of all connections")
          : closed;
    } finally {
      into.flip();
    }
  }

  /** Gives back the memory that it needs only to read, once all that has come is taken. */
  void release() {
    if (hasBuffer() && !buffer.hasRemaining()) {
      giveBack();
    }
  }

  private boolean hasBuffer() {
    return buffer.capacity() > 0;
  }

  private void giveBack() {
    if (hasBuffer()) {
      Buffers.giveBack(buffer);
      buffer = NONE;
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
      giveBack();
    }
  }
}
