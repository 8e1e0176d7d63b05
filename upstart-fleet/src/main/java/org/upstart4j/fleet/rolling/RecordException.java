package org.upstart4j.fleet.rolling;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The record of a change can't be read or written, or is that of another one. */
public final class RecordException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Path file;

  RecordException(Path file, String what, @Nullable Throwable cause) {
    super("The record " + file + " " + what, cause);
    this.file = file;
  }

  /** {@return the file} */
  public Path file() {
    return file;
  }
}
