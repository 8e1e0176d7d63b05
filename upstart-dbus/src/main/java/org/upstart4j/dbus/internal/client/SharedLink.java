package org.upstart4j.dbus.internal.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Deadline;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Wait;
import org.upstart4j.dbus.internal.wire.Bus;
import org.upstart4j.dbus.internal.wire.Connection;
import org.upstart4j.dbus.internal.wire.DbusThreads;
import org.upstart4j.dbus.internal.wire.Incoming;
import org.upstart4j.dbus.internal.wire.MessageType;
import org.upstart4j.dbus.internal.wire.Receiver;
import org.upstart4j.dbus.internal.wire.Route;

/**
 * The connection to an Upstart: made when it is first needed, and again when it is needed after a
 * loss. All callers share it. Thread-safe.
 */
final class SharedLink implements AutoCloseable {

  private static final long PATIENCE_MILLIS = 5_000;

  private final Target target;
  private final Listener listener;
  private @Nullable CompletableFuture<Link> current;
  private @Nullable Thread opener;
  private boolean closed;

  SharedLink(Target target, Listener listener) {
    this.target = target;
    this.listener = listener;
  }

  /** Returns the connection, which may still have to be made. */
  synchronized CompletableFuture<Link> link() {
    if (closed) {
      return CompletableFuture.failedFuture(closed());
    }
    CompletableFuture<Link> link = current;
    if (link == null || isLost(link)) {
      link = CompletableFuture.supplyAsync(this::open, open -> DbusThreads.start("opens", open));
      current = link;
    }
    return link;
  }

  private static UpstartUnavailableException closed() {
    return new UpstartUnavailableException("The connection to Upstart was closed", null);
  }

  private static boolean isLost(CompletableFuture<Link> link) {
    return link.isCompletedExceptionally() || (link.isDone() && !link.join().connection().isOpen());
  }

  private Link open() {
    begin();
    try {
      return connected();
    } finally {
      end();
    }
  }

  private synchronized void begin() {
    if (closed) {
      throw closed();
    }
    opener = Thread.currentThread();
  }

  private synchronized void end() {
    opener = null;
  }

  private Link connected() {
    Deadline deadline = Deadline.of(Wait.atMost(target.limit()));
    Route.Reached reached = target.route().connect(deadline);
    Connection connection = reached.connection();
    Link link = new Link(connection, reached.isBus() ? target.name() : null);
    connection.share(receiver(link));
    try {
      if (link.isBus()) {
        new Bus(connection).hello();
      }
    } catch (UpstartException failure) {
      connection.close();
      throw failure;
    }
    closeIfClosed(connection);
    return link;
  }

  private synchronized void closeIfClosed(Connection connection) {
    if (closed) {
      connection.close();
    }
  }

  private Receiver receiver(Link link) {
    return new Receiver() {
      @Override
      public void received(Incoming message) {
        if (message.type() == MessageType.SIGNAL) {
          link.watches().forEach(watch -> watch.received(message));
        }
        listener.received(link, message);
      }

      @Override
      public void ended(UpstartUnavailableException reason) {
        listener.ended(link, reason);
      }
    };
  }

  /** Waits a moment for an attempt to connect, so that no program of it is left. */
  @Override
  public void close() {
    Thread attempt = closeNow();
    if (attempt == null) {
      return;
    }
    attempt.interrupt();
    try {
      attempt.join(PATIENCE_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns the thread that is connecting, if one is. */
  private synchronized @Nullable Thread closeNow() {
    closed = true;
    if (current != null) {
      // for those who still wait for it
      current.completeExceptionally(closed());
      if (!current.isCompletedExceptionally()) {
        current.join().connection().close();
      }
    }
    return opener;
  }

  /**
   * What to connect to.
   *
   * @param route the way there; taken each time
   * @param name Upstart's name, should that be a bus
   * @param limit how long to wait for the other side
   */
  record Target(Route route, String name, Duration limit) {}

  /** Told what comes over a connection, on the thread that reads it. */
  interface Listener {

    void received(Link link, Incoming message);

    void ended(Link link, UpstartUnavailableException reason);
  }
}
