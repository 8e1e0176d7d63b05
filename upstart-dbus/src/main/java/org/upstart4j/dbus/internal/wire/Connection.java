package org.upstart4j.dbus.internal.wire;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upstart4j.UpstartUnavailableException;

/**
 * An open, authenticated D-Bus connection. Either it has a thread that reads, and another that
 * writes if there is anything that the first has not written; or it shares a thread with all
 * others. Any thread may call any method, and none waits for the other side.
 */
public final class Connection implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  private final String name;
  private final AFUNIXSocketChannel channel;
  private final SocketInput input;
  private final SocketOutput own;
  private final boolean passesFiles;
  private final Calls calls = new Calls();
  private final Carrier carrier;
  private volatile Output output;
  private volatile Runnable ending = this::closeChannel;
  private volatile @Nullable IOException given;
  private volatile boolean closed;

  Connection(String name, AFUNIXSocketChannel channel, SocketInput input, boolean passesFiles) {
    this(name, channel, input, passesFiles, Carrier.NONE);
  }

  Connection(
      String name,
      AFUNIXSocketChannel channel,
      SocketInput input,
      boolean passesFiles,
      Carrier carrier) {
    this.name = name;
    this.channel = channel;
    this.input = input;
    this.own = new SocketOutput(name, channel, input.share(), this::close);
    this.output = own;
    this.passesFiles = passesFiles;
    this.carrier = carrier;
  }

  /** Returns how many calls wait for their answers. */
  public int pending() {
    return calls.count();
  }

  /** Whether messages may carry open files. */
  public boolean passesFiles() {
    return passesFiles;
  }

  public boolean isOpen() {
    return !closed;
  }

  /**
   * Begins to read, on the thread that all such connections share; before anything is sent. The
   * receiver must never wait.
   *
   * @throws UpstartUnavailableException if the system does not allow that
   */
  public void share(Receiver receiver) {
    try {
      channel.configureBlocking(false);
      Sharing sharing = new Sharing(this, receiver, channel, input);
      output = sharing.output();
      ending = sharing::leave;
      input.endsBy(this::close);
      sharing.begin();
    } catch (IOException | OutOfMemoryError failure) {
      close();
      input.close();
      throw lost(failure);
    }
  }

  /** Begins to read, on a thread of its own; so the receiver may wait. */
  public void start(Receiver receiver) {
    DbusThreads.start("reads " + name, () -> run(receiver));
  }

  /**
   * Reads until the end, on the current thread, which also writes its own answers: right before it
   * waits for the other side.
   */
  void serve(Receiver receiver) {
    own.flushedHere();
    input.beforeWaiting(own::flush);
    run(receiver);
  }

  /** Writes now what the thread that serves has answered; for that thread, before it waits. */
  public void flush() {
    try {
      own.flush();
    } catch (IOException failure) {
      LOG.debug("Nothing can be written to {}: {}", name, failure.getMessage());
      close();
    }
  }

  private void run(Receiver receiver) {
    boolean goesOn = true;
    while (goesOn) {
      goesOn = read(receiver, () -> receive(input.message(), receiver));
    }
  }

  /**
   * Reads some messages; if that fails, the connection ends.
   *
   * @return whether it goes on
   */
  boolean read(Receiver receiver, Reading some) {
    UpstartUnavailableException reason;
    try {
      some.read();
      return true;
    } catch (ProtocolException fault) {
      LOG.warn("The connection {} has ended: {}", name, fault.getMessage());
      reason = lost(fault);
    } catch (IOException end) {
      IOException known = reason(end);
      LOG.debug("The connection {} has ended: {}", name, known.getMessage());
      reason = lost(known);
    } catch (RuntimeException | Error failure) {
      LOG.error("Gives up the connection {}", name, failure);
      reason = lost(failure);
    }
    close();
    input.close();
    carrier.end();
    calls.end(reason);
    receiver.ended(reason);
    return false;
  }

  /** What is known best: why this side has closed it, what its carrier says, what was read. */
  private IOException reason(IOException end) {
    IOException own = given;
    if (own != null) {
      return own;
    }
    String words = carrier.lastWords();
    return words.isEmpty() ? end : new IOException(words, end);
  }

  /** Takes a message, on the thread that reads. */
  void receive(Incoming message, Receiver receiver) {
    LOG.trace("{} {}", name, message);
    if (message.type() != MessageType.CALL) {
      OpenFiles.close(message.files());
    }
    switch (message.type()) {
      case REPLY, ERROR -> {
        done(message);
        calls.answer(message);
      }
      case CALL, SIGNAL -> receiver.received(message);
      case OTHER -> {
        done(message);
        LOG.debug("A message of an unknown type came over {}", name);
      }
    }
  }

  /**
   * Releases a call or a signal that nobody needs any more: it no longer counts against the memory.
   */
  public void done(Incoming message) {
    input.share().release(message.weight());
  }

  /** Sends a message, after all that were sent before. */
  public void send(Outgoing message) {
    output.add(message);
  }

  /**
   * Sends a call.
   *
   * @return the answer, a reply or an error; it fails with an {@link UpstartUnavailableException}
   *     if the connection ends before. The thread that reads completes it. If cancelled, it is
   *     forgotten.
   */
  public CompletableFuture<Incoming> call(Outgoing message) {
    CompletableFuture<Incoming> answer = calls.add(message.serial());
    send(message);
    if (closed) {
      calls.end(lost(null));
    }
    return answer;
  }

  private UpstartUnavailableException lost(@Nullable Throwable cause) {
    String why = cause == null || cause.getMessage() == null ? "" : ": " + cause.getMessage();
    return new UpstartUnavailableException("The connection " + name + " has ended" + why, cause);
  }

  /** Ends the connection once all that was sent is written; does not wait for that. */
  public void finish() {
    output.finish();
  }

  /** Ends the connection at once, and says why to those who wait for answers. */
  public void close(IOException reason) {
    given = reason;
    close();
  }

  /** Ends the connection at once. */
  @Override
  public void close() {
    closed = true;
    output.close();
    input.share().close();
    ending.run();
  }

  private void closeChannel() {
    try {
      channel.close();
    } catch (IOException failure) {
      LOG.debug("{} could not be closed", name, failure);
    }
    carrier.end();
  }

  @Override
  public String toString() {
    return name;
  }

  /** Reads messages. */
  interface Reading {

    void read() throws IOException;
  }
}
