package org.upstart4j.embedded;

/** This program cannot reap what is handed to it. The message says why, and what to do. */
public final class CannotReapException extends UnsupportedOperationException {

  private static final long serialVersionUID = 1L;

  CannotReapException(String reason, Throwable cause) {
    super(
        "Processes that lose their parents cannot be reaped here: "
            + reason
            + ". Or let another program be process 1 that reaps them, such as tini",
        cause);
  }
}
