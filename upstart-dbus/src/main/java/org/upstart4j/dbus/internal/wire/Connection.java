package org.upstart4j.dbus.internal.wire;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upstart4j.UpstartUnavailableException;

/**
 * An open, authenticated D-Bus connection. One thread reads; another writes, if there is anything
 * that the first has not written. Any thread may call any method, and none waits for the other
 * side.
 */
public final class Connection implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  private final String name;
  private final AFUNIXSocketChannel channel;
  private final SocketInput input;
  private final SocketOutput output;
  private final boolean passesFiles;
  private final Map<Long, CompletableFuture<Incoming>> pending = new ConcurrentHashMap<>();
  private volatile boolean closed;

  Connection(String name, AFUNIXSocketChannel channel, SocketInput input, boolean passesFiles) {
    this.name = name;
    this.channel = channel;
    this.input = input;
    this.output = new SocketOutput(name, channel, input.share(), this::close);
    this.passesFiles = passesFiles;
  }

  /** Returns how many calls wait for their answers. */
  public int pending() {
    return pending.size();
  }

  /** Whether messages may carry open files. */
  public boolean passesFiles() {
    return passesFiles;
  }

  public boolean isOpen() {
    return !closed;
  }

  /** Begins to read, on a thread of its own. */
  public void start(Receiver receiver) {
    DbusThreads.start("reads " + name, () -> run(receiver));
  }

  /**
   * Reads until the end, on the current thread, which also writes its own answers: right before it
   * waits for the other side.
   */
  void serve(Receiver receiver) {
    output.flushedHere();
    input.beforeWaiting(output::flush);
    run(receiver);
  }

  /** Writes now what the thread that serves has answered; for that thread, before it waits. */
  public void flush() {
    try {
      output.flush();
    } catch (IOException failure) {
      LOG.debug("Nothing can be written to {}: {}", name, failure.getMessage());
      close();
    }
  }

  private void run(Receiver receiver) {
    UpstartUnavailableException reason = read(receiver);
    close();
    input.close();
    for (Long serial : pending.keySet()) {
      fail(serial, reason.getCause());
    }
    receiver.ended(reason);
  }

  private UpstartUnavailableException read(Receiver receiver) {
    try {
      while (true) {
        receive(input.message(), receiver);
      }
    } catch (ProtocolException fault) {
      LOG.warn("The connection {} has ended: {}", name, fault.getMessage());
      return lost(fault);
    } catch (IOException end) {
      LOG.debug("The connection {} has ended: {}", name, end.getMessage());
      return lost(end);
    } catch (RuntimeException | Error failure) {
      LOG.error("Gives up the connection {}", name, failure);
      return lost(failure);
    }
  }

  private void receive(Incoming message, Receiver receiver) {
    LOG.trace("{} {}", name, message);
    if (message.type() != MessageType.CALL) {
      OpenFiles.close(message.files());
    }
    switch (message.type()) {
      case REPLY, ERROR -> {
        done(message);
        CompletableFuture<Incoming> call = pending.remove(message.replySerial());
        if (call != null) {
          call.complete(message);
        }
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
    CompletableFuture<Incoming> answer = new Answer(message.serial());
    pending.put(message.serial(), answer);
    send(message);
    if (closed) {
      fail(message.serial(), null);
    }
    return answer;
  }

  private void fail(Long serial, @Nullable Throwable cause) {
    CompletableFuture<Incoming> call = pending.remove(serial);
    if (call != null) {
      call.completeExceptionally(lost(cause));
    }
  }

  private UpstartUnavailableException lost(@Nullable Throwable cause) {
    String why = cause == null || cause.getMessage() == null ? "" : ": " + cause.getMessage();
    return new UpstartUnavailableException("The connection " + name + " has ended" + why, cause);
  }

  /** Ends the connection once all that was sent is written; does not wait for that. */
  public void finish() {
    output.finish();
  }

  /** Ends the connection at once. */
  @Override
  public void close() {
    closed = true;
    output.close();
    input.share().close();
    try {
      channel.close();
    } catch (IOException failure) {
      LOG.debug("{} could not be closed", name, failure);
    }
  }

  @Override
  public String toString() {
    return name;
  }

  /** An answer that is waited for, unless it is cancelled. */
  private final class Answer extends CompletableFuture<Incoming> {

    private final long serial;

    Answer(long serial) {
      this.serial = serial;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      pending.remove(serial);
      return super.cancel(mayInterruptIfRunning);
    }
  }
}
