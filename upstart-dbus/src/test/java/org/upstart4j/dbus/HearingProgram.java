package org.upstart4j.dbus;

import java.util.Set;
import org.upstart4j.UpstartListener;
import org.upstart4j.UpstartUnavailableException;

/** A program that listens to an Upstart until it is killed. */
final class HearingProgram {

  private HearingProgram() {}

  /**
   * Listens.
   *
   * @param arguments the address
   */
  public static void main(String[] arguments) throws InterruptedException {
    try (DbusUpstart client = Served.client(arguments[0])) {
      client.subscribe(new Printer());
      System.out.println("listens");
      Thread.currentThread().join();
    }
  }

  private static final class Printer implements UpstartListener {

    @Override
    public void jobAdded(String job) {
      if (!job.startsWith("_")) {
        System.out.println("added " + job);
      }
    }

    @Override
    public void connectionLost(UpstartUnavailableException reason) {
      System.out.println("lost");
    }

    @Override
    public void connectionRegained(Set<String> came, Set<String> gone) {
      System.out.println("regained");
    }
  }
}
