package org.upstart4j;

import java.time.Duration;

/**
 * An Upstart whose time need not be the machine's: a test may have a clock that it advances itself.
 * Whoever waits for time to pass in such an Upstart asks it.
 */
public interface OwnTime {

  /** {@return how much time has passed for it, since whatever moment} */
  Duration elapsed();

  /**
   * Has something done later.
   *
   * @param time how much time has to pass for it until then
   * @param action what to do, on any thread; it must not wait
   */
  void after(Duration time, Runnable action);
}
