package org.upstart4j;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that was asked of an Upstart did not happen. Each subclass is one reason, the same over
 * every transport; {@link #getMessage()} says what was wrong, with the name of the job, instance or
 * event, and the cause is the transport's own exception, if there was one.
 */
public abstract sealed class UpstartException extends RuntimeException
    permits EventFailedException,
        InstanceException,
        PermissionDeniedException,
        UnexpectedErrorException,
        UnknownJobException,
        UnknownParameterException,
        UnknownVariableException,
        UnsupportedCapabilityException,
        UpstartInterruptedException,
        UpstartTimeoutException,
        UpstartUnavailableException {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable UpstartError error;

  UpstartException(UpstartError error, String message) {
    super(message);
    this.error = error;
  }

  UpstartException(String message, @Nullable Throwable cause) {
    super(message, cause);
    this.error = null;
  }

  /**
   * Returns what Upstart answered, for those who must pass it on word for word.
   *
   * @return the answer, or nothing if the reason lies on this side: no connection, a deadline
   */
  public Optional<UpstartError> error() {
    return Optional.ofNullable(error);
  }
}
