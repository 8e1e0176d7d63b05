package org.upstart4j.cli.prove.machine;

/** A machine could not be started, or did not answer. */
public final class MachineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what went wrong, and what the machine said
   */
  public MachineException(String message) {
    super(message);
  }
}
