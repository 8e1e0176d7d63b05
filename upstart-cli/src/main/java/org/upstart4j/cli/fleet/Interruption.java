package org.upstart4j.cli.fleet;

import java.util.List;
import java.util.Map;
import org.upstart4j.cli.init.SignalClass;

/**
 * Ends a run in order when a signal comes: what is not begun is left, and what was done is told. A
 * second signal ends the program at once.
 */
final class Interruption implements AutoCloseable {

  private static final Map<String, Integer> NUMBERS = Map.of("INT", 2, "TERM", 15, "HUP", 1);
  private static final int SIGNALLED = 128;

  private final Runnable ending;
  private String signal = "";
  private boolean over;

  private Interruption(Runnable ending) {
    this.ending = ending;
  }

  /** Takes signals from now on. */
  static Interruption by(Runnable ending) {
    Interruption interruption = new Interruption(ending);
    for (String name : List.copyOf(NUMBERS.keySet())) {
      try {
        SignalClass.OPEN.handle(name, () -> interruption.take(name));
      } catch (ReflectiveOperationException | RuntimeException untaken) {
        // then it ends the program at once, as it does any other
      }
    }
    return interruption;
  }

  private void take(String name) {
    synchronized (this) {
      if (over || !signal.isEmpty()) {
        Runtime.getRuntime().halt(SIGNALLED + NUMBERS.getOrDefault(name, 0));
      }
      signal = name;
    }
    ending.run();
  }

  /** Whether a signal has come. */
  synchronized boolean isTaken() {
    return !signal.isEmpty();
  }

  /** What has ended the run, or an empty text. */
  synchronized String text() {
    return signal.isEmpty() ? "" : "SIG" + signal;
  }

  /** The exit status: what a shell reports for the signal, else the run's own. */
  synchronized int status(int otherwise) {
    return signal.isEmpty() ? otherwise : SIGNALLED + NUMBERS.getOrDefault(signal, 0);
  }

  /** From now on a signal ends the program. */
  @Override
  public synchronized void close() {
    over = true;
  }
}
