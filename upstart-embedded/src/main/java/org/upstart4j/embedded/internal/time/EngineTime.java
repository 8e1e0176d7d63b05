package org.upstart4j.embedded.internal.time;

import java.time.Duration;

/** Where the engine gets its time from: the machine, or a test. */
public interface EngineTime extends AutoCloseable {

  /** Something that is to happen later. */
  interface Timer {

    /** Sees to it that it doesn't happen. */
    void cancel();
  }

  /** Returns a time that never goes back, in nanoseconds since some moment. */
  long nanos();

  /** Has something done later, on any thread. */
  Timer after(Duration delay, Runnable action);

  @Override
  void close();
}
