package org.upstart4j.embedded.internal.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Says cheaply whether there can be new processes, by the process id that was given last. */
final class Newborns {

  private static final Path LOAD = Path.of("/proc/loadavg");
  private static final long SURE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private String last = "";
  private long asked;

  /** Says whether there may be processes that were not there when this was asked before. */
  boolean maybe() {
    String newest = newest();
    boolean maybe = !newest.equals(last) || System.nanoTime() - asked > SURE_NANOS;
    if (maybe) {
      last = newest;
      asked = System.nanoTime();
    }
    return maybe;
  }

  /** Has the next question answered with yes. */
  void again() {
    last = "";
  }

  private static String newest() {
    try {
      String load = Files.readString(LOAD, StandardCharsets.US_ASCII).strip();
      return load.substring(load.lastIndexOf(' ') + 1);
    } catch (IOException noProc) {
      return "";
    }
  }
}
