package org.upstart4j.dbus.internal.server;

import java.util.concurrent.CompletableFuture;
import org.upstart4j.dbus.internal.wire.DbusThreads;

/** Does what takes long, each piece of work on a thread of its own. */
final class Later {

  private Later() {}

  static CompletableFuture<Void> run(Runnable work) {
    return CompletableFuture.runAsync(work, run -> DbusThreads.start("works", run));
  }
}
