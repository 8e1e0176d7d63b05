package org.upstart4j.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.dbus.DbusUpstart;

/** An Upstart that {@code bin/upstart serve} runs, at an address that nobody else knows. */
final class Served implements AutoCloseable {

  private final Running server;
  private final Path folder;
  private final String address;

  private Served(Path folder, String address, String... more) throws IOException {
    this.folder = folder;
    this.address = address;
    Files.createDirectories(folder.resolve("init"));
    Files.createDirectories(folder.resolve("logs"));
    List<String> line =
        new ArrayList<>(
            List.of("serve", "--confdir", "init", "--logdir", "logs", "--address", address));
    line.addAll(List.of(more));
    server = Running.upstart(Shell.in(folder), line.toArray(String[]::new));
    awaitStart();
  }

  /** Serves the jobs of the folder {@code init} below, and logs to {@code logs}. */
  static Served in(Path folder, String... options) throws IOException {
    return new Served(folder, "unix:abstract=/upstart-it/" + UUID.randomUUID(), options);
  }

  /** Starts another one at the same address. */
  Served again() throws IOException {
    return new Served(folder, address);
  }

  /** Writes a job file. */
  static void job(Path folder, String name, String text) throws IOException {
    Files.createDirectories(folder.resolve("init"));
    Files.writeString(folder.resolve("init").resolve(name + ".conf"), text);
  }

  String address() {
    return address;
  }

  /** Returns how much memory it has now, in megabytes. */
  long resident() throws IOException {
    return Long.parseLong(server.status("VmRSS").replace(" kB", "")) / 1000;
  }

  /** Returns a shell whose commands find it. */
  Shell shell() {
    return Shell.in(folder).with("UPSTART_SESSION", address);
  }

  private void awaitStart() {
    try (Upstart upstart = DbusUpstart.at(address)) {
      while (true) {
        try {
          upstart.version();
          return;
        } catch (UpstartUnavailableException notYet) {
          if (!server.isAlive()) {
            throw new AssertionError(server.output(), notYet);
          }
          Thread.onSpinWait();
        }
      }
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
