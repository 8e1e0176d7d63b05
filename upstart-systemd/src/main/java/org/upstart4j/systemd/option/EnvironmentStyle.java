package org.upstart4j.systemd.option;

/** Which environment the processes get. */
public enum EnvironmentStyle {
  /**
   * Upstart's, to the variable: its path and terminal, and nothing that systemd adds for a user.
   */
  STRICT,
  /** Systemd's own, with what the job sets. */
  PLAIN
}
