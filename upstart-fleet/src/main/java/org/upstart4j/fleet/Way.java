package org.upstart4j.fleet;

/**
 * The way to a host that was taken, and why.
 *
 * @param kind which way
 * @param transport what it is called in full, for example {@code D-Bus over ssh to root@web1}
 * @param reason why it was taken, a whole sentence without a full stop
 */
public record Way(Kind kind, String transport, String reason) {

  /** The ways that there are. */
  public enum Kind {
    /** D-Bus over ssh: signals, the state, and quick calls. */
    DBUS,
    /** The host's {@code initctl} over ssh: no signals, and a program for each call. */
    INITCTL,
    /** This machine's Upstart, by whatever way reaches it. */
    LOCAL
  }

  /** {@return the transport and the reason} */
  @Override
  public String toString() {
    return transport + ": " + reason;
  }
}
