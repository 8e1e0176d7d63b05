package org.upstart4j.dbus.internal.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upstart4j.Deadline;
import org.upstart4j.UpstartError;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Wait;
import org.upstart4j.dbus.internal.Interfaces;
import org.upstart4j.dbus.internal.wire.Backoff;
import org.upstart4j.dbus.internal.wire.Bus;
import org.upstart4j.dbus.internal.wire.Connection;
import org.upstart4j.dbus.internal.wire.Connector;
import org.upstart4j.dbus.internal.wire.DbusThreads;
import org.upstart4j.dbus.internal.wire.Incoming;
import org.upstart4j.dbus.internal.wire.MessageType;
import org.upstart4j.dbus.internal.wire.OpenFiles;
import org.upstart4j.dbus.internal.wire.Outgoing;
import org.upstart4j.dbus.internal.wire.Receiver;
import org.upstart4j.dbus.internal.wire.Users;
import org.upstart4j.spi.ObjectPaths;

/**
 * Serves an Upstart on a bus, under Upstart's name there. If the bus goes away, this rejoins it as
 * soon as it is back.
 */
final class BusMember implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BusMember.class);

  private static final Duration PATIENCE = Duration.ofSeconds(25);

  /**
   * How many calls may be queued: the thread that reads must not wait, as it also reads answers.
   */
  private static final int WINDOW = 1000;

  /** What anybody may do, so that it doesn't matter who the caller is. */
  private static final Set<String> HARMLESS =
      Set.of("Get", "GetAll", "Introspect", "Ping", "GetMachineId", "GetJobByName", "GetAllJobs");

  private final Hub hub;
  private final String address;
  private final boolean everybodyMay;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(run -> DbusThreads.of("bus", run));
  private final Backoff backoff = new Backoff();
  private volatile boolean closed;

  private BusMember(Hub hub, String address) {
    this.hub = hub;
    this.address = address;
    this.everybodyMay = ownUser() != 0;
  }

  private static long ownUser() {
    try {
      return Users.own();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Joins a bus.
   *
   * @throws UpstartException if there is no bus, or the name is taken
   */
  static BusMember join(Hub hub, String address) {
    BusMember member = new BusMember(hub, address);
    try {
      member.join();
      return member;
    } catch (UpstartException failure) {
      member.close();
      throw failure;
    }
  }

  private void join() {
    Connection connection = Connector.connect(address, Deadline.of(Wait.atMost(PATIENCE)));
    try {
      Membership membership = new Membership(connection);
      connection.start(membership);
      membership.begin();
    } catch (RuntimeException | Error failure) {
      connection.close();
      throw failure;
    }
  }

  private void joinAgain() {
    if (closed) {
      return;
    }
    try {
      join();
      LOG.info("Back on the bus {}", address);
    } catch (RuntimeException | Error failure) {
      // one of the machine's limits may be reached, too
      LOG.debug("The bus {} can't be joined yet", address, failure);
      later();
    }
  }

  private void later() {
    CompletableFuture.delayedExecutor(backoff.failed().toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> enqueue(this::joinAgain));
  }

  private boolean enqueue(Runnable work) {
    try {
      thread.execute(work);
      return true;
    } catch (RejectedExecutionException rejected) {
      LOG.trace("No more is done on the bus {}", address, rejected);
      return false;
    }
  }

  /** Stops joining. */
  @Override
  public void close() {
    closed = true;
    thread.shutdown();
  }

  /** One connection to the bus. */
  private final class Membership implements Receiver {

    private final Connection connection;
    private final Bus bus;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean begun;

    Membership(Connection connection) {
      this.connection = connection;
      this.bus = new Bus(connection);
    }

    void begin() {
      bus.hello();
      hub.add(connection);
      bus.own(Interfaces.BUS_NAME);
      backoff.worked();
      begun = true;
    }

    @Override
    public void received(Incoming message) {
      if (message.type() == MessageType.CALL) {
        if (waiting.incrementAndGet() <= WINDOW && enqueue(() -> dispatch(message))) {
          return;
        }
        waiting.decrementAndGet();
        OpenFiles.close(message.files());
        connection.send(
            Outgoing.error(
                message, UpstartError.DBUS + "LimitsExceeded", "Too many calls are queued"));
      }
      connection.done(message);
    }

    private void dispatch(Incoming message) {
      hub.dispatch(message, connection, isOwner(message), waiting::decrementAndGet);
    }

    /** Returns whether the caller is root, if this program is; otherwise the bus alone decides. */
    private boolean isOwner(Incoming message) {
      String sender = message.sender();
      return everybodyMay
          || sender == null
          || !message.path().equals(ObjectPaths.MANAGER)
          || HARMLESS.contains(message.member())
          || isRoot(sender);
    }

    private boolean isRoot(String sender) {
      try {
        return bus.userOf(sender) == 0;
      } catch (UpstartException gone) {
        LOG.debug("Nobody knows who {} was", sender, gone);
        return false;
      }
    }

    @Override
    public void ended(UpstartUnavailableException reason) {
      hub.remove(connection);
      if (begun && !closed) {
        LOG.warn("The bus {} is lost", address, reason);
        later();
      }
    }
  }
}
