package org.upstart4j.dbus.internal.server;

import java.util.concurrent.CompletableFuture;

/** Does what takes long and cannot be asked for otherwise, each on a thread of its own. */
final class Later {

  private Later() {}

  static CompletableFuture<Void> run(Runnable work) {
    return CompletableFuture.runAsync(
        work,
        run -> {
          Thread thread = new Thread(run, "upstart-dbus-works");
          thread.setDaemon(true);
          thread.start();
        });
  }
}
