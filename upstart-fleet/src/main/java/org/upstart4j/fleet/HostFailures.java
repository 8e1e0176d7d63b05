package org.upstart4j.fleet;

import java.time.Duration;
import org.upstart4j.UnexpectedErrorException;
import org.upstart4j.UpstartError;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.UpstartUnavailableException;

/** The errors of hosts: each is an {@link UpstartException}, whatever was thrown. */
final class HostFailures {

  private HostFailures() {}

  /** Returns what was thrown, as an error of Upstart's. */
  static UpstartException of(Throwable thrown) {
    if (thrown instanceof UpstartException known) {
      return known;
    } else if (thrown instanceof InvalidHostException unreachable) {
      return new UpstartUnavailableException(String.valueOf(thrown.getMessage()), unreachable);
    }
    UnexpectedErrorException unexpected =
        new UnexpectedErrorException(
            new UpstartError(thrown.getClass().getName(), String.valueOf(thrown.getMessage())));
    unexpected.initCause(thrown);
    return unexpected;
  }

  /** Returns the error of a host that takes too long. */
  static UpstartException late(Host host, Duration limit) {
    return new UpstartTimeoutException("the answer of " + host, limit);
  }

  /** Returns the error of a host that was asked when the rest was stopped. */
  static UpstartException stopped() {
    return new UpstartUnavailableException(
        "The call was stopped before the host had answered; what was asked may still happen", null);
  }

  /** Returns why a host can't be heard. */
  static UpstartUnavailableException unheard(Host host, Throwable thrown) {
    return thrown instanceof UpstartUnavailableException known
        ? known
        : new UpstartUnavailableException(host + " can't be heard: " + thrown.getMessage(), thrown);
  }

  /** Returns the error of a fleet that is closed. */
  static UpstartUnavailableException closed() {
    return new UpstartUnavailableException("The fleet was closed", null);
  }
}
