package org.upstart4j.dbus.internal.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The users that processes belong to. */
public final class Users {

  private Users() {}

  /** Returns the id of the user that this program runs as. */
  public static long own() throws IOException {
    return ((Number) Files.getAttribute(Path.of("/proc/self"), "unix:uid")).longValue();
  }
}
