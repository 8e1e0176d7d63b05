package org.upstart4j.fleet;

import org.upstart4j.Upstart;
import org.upstart4j.UpstartException;

/**
 * What is asked of each host.
 *
 * @param <T> what it returns
 */
@FunctionalInterface
public interface HostCall<T> {

  /**
   * Asks one host.
   *
   * @param host the host
   * @param upstart its Upstart, which stays open
   * @return the answer
   * @throws UpstartException if it fails
   */
  T call(Host host, Upstart upstart);
}
