package org.upstart4j.embedded.internal.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * As whom this process runs, and what it may do.
 *
 * @param user the user's number
 * @param group the group's number
 * @param capabilities the kernel's set, a bit each
 */
record Self(int user, int group, long capabilities) {

  private static final int OVERRIDE = 1;
  private static final int SET_GROUP = 6;
  private static final int SET_USER = 7;
  private static final int CHANGE_ROOT = 18;

  private static final Self SELF = read();

  static Self get() {
    return SELF;
  }

  boolean overridesPermissions() {
    return may(OVERRIDE);
  }

  boolean maySetGroup() {
    return may(SET_GROUP);
  }

  boolean maySetUser() {
    return may(SET_USER);
  }

  boolean mayChangeRoot() {
    return may(CHANGE_ROOT);
  }

  private boolean may(int capability) {
    return (capabilities >> capability & 1) != 0;
  }

  /** A line holds the real, effective, saved and file system's number. */
  private static Self read() {
    int user = -1;
    int group = -1;
    long capabilities = 0;
    try {
      for (String line :
          Files.readAllLines(Path.of("/proc/self/status"), StandardCharsets.ISO_8859_1)) {
        String[] words = line.split("\\s+", -1);
        switch (words[0]) {
          case "Uid:" -> user = Integer.parseUnsignedInt(words[2]);
          case "Gid:" -> group = Integer.parseUnsignedInt(words[2]);
          case "CapEff:" -> capabilities = Long.parseUnsignedLong(words[1], 16);
          default -> {}
        }
      }
    } catch (IOException noProc) {
      return new Self(-1, -1, 0);
    }
    return new Self(user, group, capabilities);
  }
}
