package org.upstart4j.embedded.internal.host;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** A process cannot be set up. The message is Upstart's. */
public final class SetupException extends Exception {

  private static final long serialVersionUID = 1;

  /** What the C library says about the errors that occur most. */
  static final String NOT_FOUND = "No such file or directory";

  static final String DENIED = "Permission denied";
  static final String NOT_PERMITTED = "Operation not permitted";
  static final String NO_FOLDER = "Not a directory";
  static final String INVALID = "Invalid argument";

  SetupException(String message) {
    super(message);
  }

  SetupException(String step, String reason) {
    this(step + ": " + reason);
  }

  SetupException(String step, IOException error) {
    this(step, reason(error));
  }

  /**
   * Returns why.
   *
   * @return the message
   */
  public String text() {
    return String.valueOf(getMessage());
  }

  private static String reason(IOException error) {
    if (error instanceof NoSuchFileException) {
      return NOT_FOUND;
    }
    if (error instanceof AccessDeniedException) {
      return DENIED;
    }
    @Nullable String reason = error instanceof FileSystemException file ? file.getReason() : null;
    return reason == null ? "Input/output error" : reason;
  }
}
