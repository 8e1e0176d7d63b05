package org.upstart4j.dbus.internal.ssh;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.upstart4j.dbus.internal.Interfaces;
import org.upstart4j.dbus.internal.wire.Bus;
import org.upstart4j.dbus.internal.wire.Connection;
import org.upstart4j.dbus.internal.wire.Incoming;
import org.upstart4j.dbus.internal.wire.ObjectInterface;
import org.upstart4j.dbus.internal.wire.Outgoing;
import org.upstart4j.spi.ObjectPaths;

/**
 * Asks the other side for a sign of life, three times within the time for which it may be silent,
 * and ends the connection when it does not answer. The questions also keep the bridge there alive.
 */
final class Pings {

  private static final int TRIES = 3;

  private final Connection connection;
  private final boolean isBus;
  private final Duration silence;
  private final Executor later;
  private final AtomicInteger unanswered = new AtomicInteger();

  private Pings(Connection connection, boolean isBus, Duration silence) {
    this.connection = connection;
    this.isBus = isBus;
    this.silence = silence;
    // nothing here waits, so all connections share the thread that the JDK has for delays
    this.later =
        CompletableFuture.delayedExecutor(
            silence.dividedBy(TRIES).toNanos(), TimeUnit.NANOSECONDS, Runnable::run);
  }

  /**
   * Begins, until the connection ends.
   *
   * @param isBus whether a bus answers, rather than Upstart
   * @param silence how long the other side may be silent
   */
  static void keep(Connection connection, boolean isBus, Duration silence) {
    Pings pings = new Pings(connection, isBus, silence);
    pings.later.execute(pings::next);
  }

  private void next() {
    if (!connection.isOpen()) {
      return;
    }
    // counted, not timed: after a pause of this whole program, what came meanwhile is still unread
    if (unanswered.getAndIncrement() == TRIES) {
      connection.close(
          new IOException("It has not answered for " + silence.toSeconds() + " seconds"));
      return;
    }
    CompletableFuture<Incoming> answer = connection.call(ping());
    CompletableFuture<Void> unused = answer.thenAccept(any -> unanswered.set(0));
    later.execute(this::next);
  }

  private Outgoing ping() {
    ObjectInterface peer =
        new ObjectInterface(isBus ? Bus.OBJECT.path() : ObjectPaths.MANAGER, Interfaces.PEER);
    return Outgoing.call(isBus ? Bus.NAME : null, peer, "Ping", "");
  }
}
