package org.upstart4j.systemd.option;

/** Which processes of a service systemd ends. */
public enum KillMode {
  /** All of them. */
  CONTROL_GROUP("control-group"),
  /** The main process only; its children live on, as they may in Upstart. */
  PROCESS("process");

  private final String word;

  KillMode(String word) {
    this.word = word;
  }

  /** {@return the value of {@code KillMode=}} */
  public String word() {
    return word;
  }
}
