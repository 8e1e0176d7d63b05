package org.upstart4j.dbus;

/** A program that serves a fake Upstart until it is killed. */
final class ServingProgram {

  private ServingProgram() {}

  /**
   * Serves.
   *
   * @param arguments the address, and how long the state is that it tells
   */
  public static void main(String[] arguments) throws InterruptedException {
    FakeUpstart fake = new FakeUpstart();
    fake.add("web");
    fake.state("x".repeat(Integer.parseInt(arguments[1])));
    try (UpstartDbusServer server = UpstartDbusServer.of(fake).listen(arguments[0])) {
      System.out.println("serves at " + arguments[0]);
      Thread.currentThread().join();
    }
  }
}
