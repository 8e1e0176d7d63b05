package org.upstart4j.dbus;

/** A program that connects over ssh, and stays until it is killed. */
final class SshProgram {

  private SshProgram() {}

  /**
   * Connects.
   *
   * @param arguments the program that is ssh, and the address
   */
  public static void main(String[] arguments) throws InterruptedException {
    try (DbusUpstart client =
        DbusUpstart.builder().at(arguments[1]).ssh("root@web1").sshProgram(arguments[0]).build()) {
      System.out.println("reached " + client.version());
      Thread.currentThread().join();
    }
  }
}
