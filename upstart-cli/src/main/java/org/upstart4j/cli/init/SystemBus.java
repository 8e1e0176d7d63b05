package org.upstart4j.cli.init;

import java.util.concurrent.TimeUnit;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.dbus.UpstartDbusServer;

/** The machine's bus, which a job may start only later. */
record SystemBus(UpstartDbusServer server, InitLog log) {

  /** Joins it as soon as it is there. */
  void join() {
    Thread joining = new Thread(this::await, "upstart-system-bus");
    joining.setDaemon(true);
    joining.start();
  }

  private void await() {
    try {
      while (!isJoined()) {
        TimeUnit.SECONDS.sleep(1);
      }
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    } catch (UpstartException refused) {
      log.say("not on the system bus: " + refused.getMessage());
    }
  }

  private boolean isJoined() {
    try {
      server.joinSystemBus();
      return true;
    } catch (UpstartUnavailableException notYet) {
      return false;
    }
  }
}
