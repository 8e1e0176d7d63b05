package org.upstart4j.dbus.internal.server;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.upstart4j.Capability;
import org.upstart4j.Subscription;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartListener;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.dbus.internal.wire.Connection;
import org.upstart4j.dbus.internal.wire.Incoming;
import org.upstart4j.dbus.internal.wire.MessageType;
import org.upstart4j.dbus.internal.wire.OpenFiles;
import org.upstart4j.dbus.internal.wire.Receiver;
import org.upstart4j.spi.SingleThreaded;

/**
 * All connections that an Upstart is served over. If the Upstart has a thread of its own, that
 * thread answers calls and sends signals, so they come in the order in which things happen.
 */
public final class Hub implements Buses, AutoCloseable {

  /** How many calls of a connection may be queued. */
  private static final int WINDOW = 1000;

  private final Dispatcher dispatcher;
  private final Executor order;
  private final Runnable catchUp;
  private final Subscription subscription;
  private final boolean takesFiles;

  /** Whether an answer may take long to come, from another program. */
  private final boolean asksThere;

  private final List<Connection> connections = new CopyOnWriteArrayList<>();
  private final List<BusMember> buses = new CopyOnWriteArrayList<>();

  public Hub(Upstart upstart) {
    this.dispatcher = new Dispatcher(upstart, this);
    this.takesFiles = upstart.capabilities().contains(Capability.FILE_DESCRIPTORS);
    UpstartListener signals =
        new SignalEmitter(signal -> connections.forEach(connection -> connection.send(signal)));
    if (upstart instanceof SingleThreaded ordered) {
      this.asksThere = false;
      this.order = ordered::executeInTurn;
      this.catchUp = ordered::catchUp;
      this.subscription = ordered.hear(signals);
    } else {
      this.asksThere = true;
      this.order = Runnable::run;
      this.catchUp = () -> {};
      this.subscription = subscribe(upstart, signals);
    }
  }

  private static Subscription subscribe(Upstart upstart, UpstartListener signals) {
    return upstart.capabilities().contains(Capability.SIGNALS)
        ? upstart.subscribe(signals)
        : () -> {};
  }

  /** Whether the Upstart can do anything with open files. */
  public boolean takesFiles() {
    return takesFiles;
  }

  /** Sends signals over a connection from now on. */
  void add(Connection connection) {
    connections.add(connection);
  }

  void remove(Connection connection) {
    connections.remove(connection);
  }

  /**
   * Answers a call that came over a connection.
   *
   * @param then run once the call has been handled, even if the answer comes later
   */
  void dispatch(Incoming message, Connection connection, boolean isOwner, Runnable then) {
    order.execute(
        () -> {
          try {
            dispatcher.dispatch(message, isOwner, connection::send);
          } finally {
            connection.done(message);
            then.run();
          }
        });
  }

  /** Adds a direct connection, without a bus; on the connection's own thread. */
  public Receiver accept(Connection connection) {
    add(connection);
    catchUp.run();
    Semaphore window = new Semaphore(WINDOW);
    return new Receiver() {
      @Override
      public void received(Incoming message) {
        if (message.type() != MessageType.CALL) {
          connection.done(message);
        } else if (awaitTurn()) {
          // only root and our own user can connect
          dispatch(message, connection, true, window::release);
          if (asksThere) {
            connection.flush();
          }
        } else {
          OpenFiles.close(message.files());
        }
      }

      /** Reads on only when not too many calls are queued. */
      private boolean awaitTurn() {
        try {
          if (window.tryAcquire()) {
            return true;
          }
          connection.flush();
          while (!window.tryAcquire(1, TimeUnit.SECONDS)) {
            if (!connection.isOpen()) {
              return false;
            }
          }
          return true;
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          return false;
        }
      }

      @Override
      public void ended(UpstartUnavailableException reason) {
        remove(connection);
      }
    };
  }

  @Override
  public boolean isOnBus() {
    return !buses.isEmpty();
  }

  @Override
  public void joinBus(String address) {
    buses.add(BusMember.join(this, address));
  }

  /** Sends no more signals; ends all connections when what was sent before is written. */
  @Override
  public void close() {
    subscription.close();
    buses.forEach(BusMember::close);
    connections.forEach(Connection::finish);
    // clients that don't read would never end
    CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS)
        .execute(() -> connections.forEach(Connection::close));
  }
}
