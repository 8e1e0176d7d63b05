package org.upstart4j.cli.reach;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.upstart4j.UpstartUnavailableException;

/** Why an Upstart cannot be reached, in the words of initctl. */
final class Unreachable {

  private Unreachable() {}

  static String of(Way way, UpstartUnavailableException failure) {
    @Nullable Throwable cause = failure.getCause();
    String reason = String.valueOf(failure.getMessage());
    while (cause != null) {
      if (cause instanceof IOException && cause.getMessage() != null) {
        reason = cause.getMessage();
      }
      cause = cause.getCause();
    }
    return "Unable to connect to " + way.goal() + ": " + reason;
  }
}
